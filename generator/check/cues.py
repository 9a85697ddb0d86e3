"""Words and signs that tell what a paragraph of an official document is, and how long the lines of each kind may be."""

from __future__ import annotations

import re

from generator.chinese.numerals import ARTICLE

COPY_NUMBER = re.compile(r"(?!(19|20)\d\d$)\d{4,8}")
"""Not what may be a year, which some put over their notes."""
SECRECY = re.compile(r"(绝密|机密|秘密)\s*(★.{0,6})?")
URGENCY = re.compile(r"特急|加急|平急|特提|急件")
FILLED = r"[\d×xX＊*○_\s]"
_OPEN, _CLOSE = r"〔﹝\[［(（【", r"〕﹞\]］)）】"
DOCUMENT_NUMBER = re.compile(rf"[^\s，。；：《》{_OPEN}]{{0,15}}\s*[{_OPEN}]\s*{FILLED}{{2,6}}\s*[{_CLOSE}]\s*第?\s*{FILLED}+\s*号")
SERIAL_NUMBER = re.compile(
    r"[（(〔\[]?\s*((\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*)?第\s*([\d×xX]+|[一二三四五六七八九十百]+)\s*[号期次]\s*[）)〕\]]?"
)
SIGNED_NUMBER = re.compile(rf"({DOCUMENT_NUMBER.pattern})(\s*(签发人.*)?)")
SIGNER = re.compile(r"签发人\s*[：:]")
DATE = re.compile(
    r"[（(]?([12１２]\d{3}|[〇○零O0一二三四五六七八九]{4})\s*(年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*((\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?"
    r"|[-./]\d{1,2}[-./]\d{1,2})[）)]?(\s*[（(]?(星期|周|礼拜)[一二三四五六日天][）)]?)?"
)
DATED = re.compile(rf".+?\s+({DATE.pattern})")
ORDINAL = r"[（(]?\s*(\d{1,2}([-－–—]\d{1,2})?|[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3}|[A-Z]|[Ⅰ-Ⅻ]|[①-⑳])?\s*[）)]?"
ANNEX = re.compile(rf"[【\[［]?附\s*件\s*{ORDINAL}\s*[.．、]?\s*[：:]?[】\]］]?")
ANNEX_LIKE = re.compile(
    rf"附\s*[表录图]\s*{ORDINAL}\s*[.．、]?\s*[：:]?|附\s*(\d{{1,2}}|[一二三四五六七八九十])?\s*[：:]?"
    rf"|[（(]\s*附\s*件?\s*{ORDINAL}\s*[：:]?\s*[）)]"
)
TITLED_ANNEX = re.compile(rf"附\s*件\s*{ORDINAL}\s*([.．、：:]\s*|\s+)\S[^。；，]*")
ATTACHMENT = re.compile(r"附\s*件?\s*[：:]\s*\S|附\s*件\s*[（(]?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*[）)]?\s*[.．、：:\s]\s*\S")
FIRST_OF_SEVERAL = re.compile(r"附\s*件?\s*[：:]\s*1\s*[.．、]")
ITEM = re.compile(r"\d{1,2}\s*[.．、]\s*\S")
NOTE = re.compile(r"[（(].*[）)]")
COPIED = re.compile(r"抄\s*[送报]\s*[：:]?")
PRINTED = re.compile(r".*印发")
ATTENDANCE = re.compile(r"(出\s*席|请\s*假|列\s*席|缺\s*席|参\s*加|参会)(人员|人|单位)?\s*[：:]")
RECEIVER = re.compile(r"(委员会|[局委办厅院部处会]|党组|党委|党工委|机关工委|政府|单位|公司|中心|街道|领导小组|同志们?|代表|各位.{1,10})$")
OFFICE = re.compile(
    rf"({RECEIVER.pattern[1:-2]}|[室科所站队镇乡村县区市省]|支部|总支|大学|学校|[中小]学|法院|检察院|集团|协会|政协|人大|工会|妇联|银行|园区)$"
)
"""What the name of an office ends with, or of another body that writes."""
MASTHEAD = re.compile(r"(纪要|简报|专报|公报|信息)$")
GREETING = re.compile(r"(大家|[您你]们?|各位|[上下中]午|早[上晨]|晚上)\s*好[，。！!]?$")
"""What a speech begins with: a sentence, though whom it speaks to stands in it."""
LABELLED = re.compile(r"[^：:《“]{1,6}[：:]\s*\S|[A-Z][.、．\s]\s*[\u4e00-\u9fff]")
"""What a line of a form begins with (平台：…, A 基本情况), and no title that is set like text."""
NO_RECEIVER = re.compile(
    r"如下|以下|下列|报告|汇报|(承诺|声明|保证|倡议|介绍|要求|条件|说明|事项|内容|安排|时间|地点|情况|职责|目的|方式|范围|对象|标准|流程|步骤|方法|原则|背景|目标"
    r"|主题|议题|名称|姓名|编号|学号|工号|性别|年龄|民族|籍贯|班级|专业|职务|职称|学历|地址|住址|日期|附件|材料|资料|链接|网址|平台|版本|环境|作者|摘要|导语|按|备注|注|问|答|记者|联系人|电话|主持人?|记录人?)[：:]$"
)
_SIGNERS = (
    "申请|承诺|具状|倡议|检讨|保证|汇报|报告|述职|述廉|起诉|上诉|答辩|申诉|委托|受托|立据|借款|收款|声明|证明|推荐|介绍|责任|代表|签字|签名|签署|自荐|自述"
    "|举报|投诉|建议|提议|请假|致歉|悔过|投保|转让|受让|被申请|撰稿"
)
PERSON = re.compile(rf"(法定代表人|({_SIGNERS})人|署名|落款)\s*([（(][^）)]{{1,8}}[）)])?\s*[：:][^。；，：:]{{0,24}}")
"""Who signs, called by what he does: 申请人：张三, 承诺人（签名）：."""
CLOSING_WORDS = re.compile(r"(特此|专此|此复|妥否|当否|可否|以上|现予|请予|请.{0,4}批|此致|敬礼|如无不妥)")
GENRES = (
    "决议|决定|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|总结|计划|规划|纲要|方案|要点|办法|规定|细则|规则|制度|条例|章程|思路"
    "|讲话|发言|致辞|汇报|述职|述廉|体会|建议|预案|清单|情况|责任书|承诺书|倡议书|慰问信|感谢信|简报|专报|信息|材料|提纲|日程|议程|手册|指南|说明"
)
GENRE = re.compile(rf"({GENRES})([（(].{{1,12}}[）)])?$")
"""What the title of an official document, or of an office's everyday paper, ends with."""
NAMED = re.compile(GENRES)
DECIDES = re.compile(r"(决定|决议|批复|复函|函|令|通报|公告|通告)([（(].{1,12}[）)])?$")
"""What the title of a paper ends with whose numbered sentences are what it decides."""
DECIDED = re.compile(
    r"(同意|授予|追授|命名|任命|免去|聘任|解聘|撤销|取消|批准|核准|责成|给予|成立|设立|废止|修改|增补|接受|通过|确认|追认|表彰|嘉奖|记|开除|罢免|补选|原则同意|不同意|决定)"
)
"""What a sentence begins with that decides something."""
ARTICLED = re.compile(rf"{ARTICLE}(?:(?=[\s\u3000（【]|$)|[.．、：:](?!第))")
"""What an article of rules begins with, with the stop that some write behind it."""
LETTER = re.compile(
    r"(?<![一极导兴细招以])致(?!力|使|富).{1,40}信$|(一封|公开|感谢|答谢|慰问|问候|表扬|祝贺|道歉|致歉|介绍|推荐|证明|求助|建议|倡议|回复|邀请|告知|请愿|检举|控告)信$"
    r"|(贺|唁|慰问|祝捷|致敬)[信电]$|(邀请|邀|感谢|慰问|祝贺|道歉|致歉|贺|唁)函$"
)
"""What the title of a letter ends with that is no 函: that is what an office writes about its business (党政机关公文处理工作条例, 8)."""
APPEAL = re.compile(r"(申请|倡议|邀请|挑战|应战|决心|悔过|志愿|聘)书$|请\s*[柬帖]$|^.{0,12}(喜报|捷报|讣告)$")
"""What the title ends with of what else offices and people write that is no official document."""
DASHED = re.compile(r"(——|—|－－|--|──|———)[^—－\s。；：:][^。；：:]{1,39}")
"""A subtitle that goes on behind a dash."""
LONGEST_TITLE = 60
LONGEST_SIGNATURE = 40
LONGEST_CLAUSE = 14
STOPS = "。；，：？！、"
HEAD_FACES = ("黑体", "楷体")
TITLE_SIZE = 36
"""Half-points from which on a line in the middle is a title."""
CAPTION = re.compile(r"([图表]|附表|附图)\s*(\d{1,3}([-－–.．]\d{1,3})*|[一二三四五六七八九十]{1,3})(?![年月日条次个份])")
"""What opens the caption of a figure or a table: 图1, 表 2-1."""
_FIELD = (
    r"(发布时间|发布日期|发文日期|发表时间|更新时间|信息来源|稿件来源|文章来源|来源|浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击次数|点击数|点击量|点击"
    r"|字号|字体|责任编辑|编辑|作者|打印|分享到|分享)\s*[：:]"
)
_SITE_FIELD = rf"(?!编辑|作者|(浏览|阅读|点击|打印|分享)\s*[：:]\s*[^\d\s]){_FIELD}"
"""What nobody but a web page says."""
_MOMENT = r"((时间|日期)\s*[：:]\s*)?\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?(\s*\d{1,2}[:：]\d{2}([:：]\d{2})?)?"
_BUTTON = r"[【\[]\s*(打印|关闭|收藏|分享|返回|纠错)[^】\]]{0,4}[】\]]"
WEB = re.compile(
    r"((您|你)?(现在|当前)?的?(所在)?位置\s*[：:]\s*)?(网站)?(首\s*页|主页)\s*([>›»＞/→]|-+>).{0,80}"
    rf"|[\[【]?\s*{_FIELD}[^。；]{{0,30}}{_FIELD}[^。；]{{0,60}}"
    rf"|[\[【（(]?\s*({_MOMENT}\s*)?{_SITE_FIELD}[^。；，]{{0,40}}|({_BUTTON}\s*)+"
)
"""What a web page has around the title: where the reader is, and who put the text there when."""
BYLINE = re.compile(
    r"[（(]?\s*((作者|撰稿|撰文|供稿|执笔|通讯员|(本[报刊台网])?记者|(汇报|报告|述职|述廉|发言|演讲|宣讲)人)\s*[：:／/\s]|文\s*[：:／/])"
    rf"\s*\w[\w·\s、]{{0,20}}(\s{_MOMENT})?[）)]?|[（(]?{_MOMENT}[）)]?"
)
"""Whose text it is and of what day, below the title."""
