"""What the name of a matter lacks to head what is told of it: a verb phrase or a clause lacks nothing (联系党外人士, 民警下沉路面), a noun a verb
(党外人士联络). Tried on 1,900 matters in 48 trades: nine in ten are told right, twelve trades left out or not; what is in doubt stands as it is."""

from __future__ import annotations

from functools import lru_cache

from generator.chinese.verbs import ends_in_act, ends_in_verb, governs_acts, heads_object, is_compound, is_predicated, is_verbal_head
from generator.patterns import late

_QUOTED = late("“[^“”]*”")
_PRINCIPLE = late("(?:为主|为本|为先|为要|为重|至上|优先|第一|不炒)$|(?:[放摆排挺]在?|居于?)(?:首位|前面|第一位?)$|扛[在肩]")
"""What is said of a subject as a principle."""
_BROUGHT = late(
    "(?:给|帮|陪|教会?|让|替|把|将|请|带着|陪着|帮着)(?![养扶困民育学师材教])|跟(?![踪班进岗单访着])|[与和](?![会谐平解美睦])|向(?![导日好学])"
    "|[^，]{2,}(?<!人)(?:无(?![人线障纸偿土害菌废形])|零(?![工售星件]))[^，]{2,}$"
)
"""How a clause begins in which something is done for or with somebody, and how one goes in which there is none of a thing (党员身边无事故)."""
_STERN = late("严[惩打禁查防管控守把]|不(?![动见良合文法停])|夜[查巡访]|敞开|靠前|点对点")
_REACHES = late(
    "到(?:[位人组岗户村家底边点桌手心]|群众|一线|企业|田间|基层)[上里中旁]?$|随叫随到|应.必.$|日[产清]日[清结]|全程留痕|抓早抓小|下沉.{0,4}$"
    "|(?:进|入|下|上|开进|送进|走进)(?:[校社乡村家企馆园户街厂站网门]|宿舍|校园|社区|乡村|机关|企业|课堂|家庭|农村|村组|军营|医院|商圈|楼宇|工地|车间|班组)$"
    "|送.{0,4}(?:到|上门|下乡|进)|(?:[跟随]着|围着).+[走转]$|返[乡校]$|入伍$|[建设立扎]在.+[上里中]$|.{2}不(?!起诉|动产)[^的]{1,2}$"
)
"""How a clause ends in which something gets where it is wanted."""
_ARRANGED = late(
    ".{2,}(?:每[日天周月季年晚班场]|当[场日天月班即]|按[时月日期]|限[时期]|轮流|全程|全天|人人|有人|有据|争取|力争|少跑|多跑"
    "|前(?:投用|完成|建成|到位|开工|竣工|启用|开通|交付|办结)|向.{2,6}(?:汇报|报告|反映|倾斜|敞开)$|带[队班头]$|上[墙板]$"
    "|搬到|开到|办到|开进|走进|飘进|全覆盖$)"
)
"""How a clause goes on that says when or by whom something is done to what it names first: 目录数据每周校验, 班前喊话人人参加."""
_ENTERS = late("[进下入](?:社区|校园|企业|乡村|机关|军营|家庭|车间|班组|工地|基层|一线|网格|学校|园区)")
"""What is said of nobody in particular: 进社区."""
_WORD, _SHORTEST_CLAUSE = 2, 5
"""Characters of a word that is a verb and a name (公开, 讲解), and of the shortest clause."""
_DOER = late("[^，]{0,4}(?:[员民者长师生警]|书记|干部|党[组委]|班子|支部|党委|专家|警力|检力|力量|骨干|领导)$")
_CARRIED = late("[亮送带帮包讲](?!头|队|教|扶|保|师)")
"""Verbs of one character of which a doer is the subject (党员亮身份)."""
_LONGEST_DOER = 5
_HELPED = late("监管|监督|整治|治理|排查|服务|培训|关爱|帮扶|慰问|联系|辅导|回访|走访|家访|资助|救助|教育|引领|指导|劝导|接待|宣传|保障|督办")
"""Acts with those they are done to or for behind them."""
_MODIFIES = late("站|中心|队|点|员|所|室|处|对象|人员|机构|阵地|基地|窗口|大厅|平台|系统|.{0,2}[站所室队员]$")
"""What such an act only says the kind of: 服务站, 培训基地."""
_NO_VERB = late(
    "多学科|立案|常态|对[外台口]|以案|为农|会见|招聘会|服务(?:承诺|对象)|聚集|入户|先进|出版|支付|动态|定点|设施|建筑|学[科生校术]|推[介进]会"
)
"""Words that open as a verb does and are none."""
_SERVED = late(
    "服务(?!质量|能力|水平|品牌|标准|流程|体系|网络|设施|保障|窗口|事项|管理|方式|模式|机制|制度|效能|热线|清单|指南|项目|资源|产品|大厅|网点|意识|质效)"
)
"""Service with those or that for which it is done behind it, an act of theirs too (服务水资源管理), and not what makes it up (服务流程优化)."""
_LONGEST_KIND = 3
"""Characters up to which what stands behind 服务 may say what kind of service it is."""
_DOES_IT = late(".{2}[员队组站室所岗点班]")
"""Who or what is called after an act: 指导员, 服务站."""
_SUFFIX = late("[员者率站室所费法制卡账会]|队(?!伍)")
_MANAGED = late("盯(?!防)|管[好住严牢]|守[好住牢]|看[好住牢]|带[好动领]|办好|建[好强]|用[好活足]|抓[好实细牢紧]|练[好就]")
"""Verbs that nothing but an object follows, however that is joined: 管好家人和身边人."""
_LEADS_TO = late("[^，、]{2}[带促助][^，、]{2,3}")
"""One thing brings on another: 基金带项目."""
_LINKED = late("^[^和与、]{2,4}[和与、]")


@lru_cache(maxsize=1 << 12)
def says_what_is_done(text: str) -> bool:
    """Whether ``text`` needs no verb before it: it is a verb phrase, a clause, or says how something is to stand."""
    if _QUOTED.fullmatch(text) or len(text) <= _WORD or _DOES_IT.fullmatch(text):
        return False
    clause = bool(_ARRANGED.match(text) or _ENTERS.fullmatch(text)) or (
        len(text) >= _SHORTEST_CLAUSE and bool(_REACHES.search(text) or _BROUGHT.match(text))
    )
    told = clause or bool(_LEADS_TO.fullmatch(text)) or any(len(part) > 3 and _is_phrase(part) for part in text.split("、")[1:])
    return told or is_predicated(text) or bool(_PRINCIPLE.search(text) or _STERN.match(text)) or _is_phrase(text) or _has_doer(text)


def _names_act(text: str) -> bool:
    """Whether what ``text`` names is an act, as far as its last word tells: 储粮熏蒸 is, 疫苗冷链 is a thing."""
    return ends_in_act(text) or ends_in_verb(text)


def is_quoted(text: str) -> bool:
    """Whether ``text`` is a name in quotation marks."""
    return bool(_QUOTED.fullmatch(text))


def _has_doer(text: str) -> bool:
    """Whether somebody does something in ``text``: 检察长带头办案, 党员亮身份."""
    for at in range(2, min(_LONGEST_DOER + 1, len(text) - 1)):
        done = text[at:]
        acts = len(done) > _WORD and heads_object(done) and _is_phrase(done) and not ends_in_act(done)
        if _DOER.fullmatch(text[:at]) and (acts or (_CARRIED.match(done) and len(done) <= 4)):
            return True
    return False


def _is_phrase(text: str) -> bool:
    """Whether ``text`` is a verb with its object; a verb before a word that it only says the kind of makes a noun."""
    thing = text[2:]
    if _MANAGED.match(text):
        return True
    if _NO_VERB.match(text) or is_compound(text):
        return False
    if governs_acts(text) and len(thing) > 1:
        return True
    if _LINKED.match(text):
        return False
    if len(thing) < 3 or not heads_object(text):
        helped = bool(_HELPED.match(text)) and len(thing) > 2 and not _names_act(thing) and not _MODIFIES.match(thing)
        return helped or (is_verbal_head(text) and (len(thing) < 3 or not _HELPED.match(text)))
    served = len(thing) > _LONGEST_KIND and bool(_SERVED.match(text)) and not _MODIFIES.match(thing)
    return not _SUFFIX.match(thing) and (served or not _names_act(thing))
