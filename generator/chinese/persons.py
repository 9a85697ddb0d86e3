"""Where a text names a person: by surname and given name, beside a post or among those who were visited, helped or honoured."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late

Span = tuple[int, int]

_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|长孙|宇文"
_SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏"
    "韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康葛章殷齐庄申翟冉鲁倪聂俞祝欧阎樊岳涂耿欒穆卞柯宁游辛"
    "管符柴舒梅盛童傅阮裴焦霍翁柳鲍凌纪尤颜詹季洪牛艾华乔蓝"
)
_NAME = rf"(?:(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}?|[{_SINGLE}][\u4e00-\u9fff]{{1,2}}?|[{_SINGLE}]某{{1,2}})"
_NO_NAME = frozenset(
    """
任务 任免 任用 任命 顾虑 钱袋 管得 高度 高效 高校 高层 高温 高新 高铁 高中 高职 方案 方面 方式 方法 方向 方阵 程序 关系 管理
管护 管道 管委 纪律 纪委 纪检 贺信 万元 万人 时间 项目 路线 应对 应急 平安 平台 全体 全面 全县 全市 严格 严肃 严明 严重 张贴
陈述 许可 许多 施工 单位 史志 党员 党组 党委 党建 文明 文件 明确 金额 金融 江苏 江北 钱物 水平 白天 宁夏 温暖 康复 余名 余人
余户 石油 石化 夏季 夏收 秋季 季度 华侨 华东 符合 盛会 游客 向上 向导 于是 何种 马上 田间 林业 林长 林区 河长 江河 洪水 洪涝
牛羊 牛肉 白酒 黄河 黄金 龙头 龙舟 武警 武装 武术 温度 石材 雷电 雷雨 段长 万户 万名 万家 万亩 汤圆 童装 童年 童心 申报 申请
申领 孔雀 孟浩 梅雨 柳编 乔木 游泳 管网 管线 管控 庄严 庄稼 周边 周末 周年 周期 周密 周转 周六 周日 周一 周二 周三 周四 周五
常态 成员 安全 付款 付出 付费 毛竹 毛笔 江边 江滩 方舱 方言 康养 章程 章节 丁字 金牌 金奖 金秋 银奖 严密 严防 严查 祝贺 祝福
罗列 何时 何地 何以 高考 高原 高空 高管 高龄 高级 高质 高标 高水 高素 高技 高层次 高技能 高水平 高龄老 高素质 高质量 高标准 任职
任期 任教 任课 孙辈 林地 林场 林草 韩国 蒋家 华人 贾汪 石榴 石板 石刻 齐心 齐抓 齐全 康乐 叶片 叶菜 白菜 白马 胡同 胡杨 苏区
苏州 鲁班 鲁迅 管乐
""".split()
)
_POST = "|".join(
    """
书记 主任 局长 科长 处长 所长 院长 校长 馆长 站长 股长 庭长 县长 市长 区长 镇长 乡长 州长 部长 厅长 主席 经理 董事长 队长 大队长
组长 会长 秘书长 常委 政委 检察长 总工程师 工程师 园长 社长 行长 理事长 监事长 班长 厂长 村长 专员 教导员 指导员
""".split()
)
_SORT = "|".join(
    """
党员 群众 职工 干部 教师 老师 医生 医师 护士 民警 警官 法官 律师 劳模 教授 研究员 专家 工匠 老人 户主 学生 青年 烈属 军人 老兵
同志 队员 村民 居民 贫困户 脱贫户 低保户 困难户 特困户 选手 代表 社工 讲解员 网格员 辅警 技师 烈士 遗属 家属 模范 先进个人 遗孀
馆员 司机
""".split()
)
_SAW = "慰问|看望|走访|帮扶|救助|表彰|资助|邀请|聘请|选树|推荐|选派|护送|家访|包联|结对"
_BEHIND = (
    r"(?=$|[等、，。；：）及和与同]|(?:先后|多次|亲自|分别)?(?:带队|率队|率|主持|讲授|讲|授课|作|参加|出席|前往|赴|到|深入|走访|慰问|调研|主讲|领学"
    r"|入选|当选|荣获|获|被|为|在|驻|挂职|援|带领|牵头|任|入围|一行|一家|家|户|\d|夺|陪同|担任|以))"
)
_CHOSEN = r"(?=等|同志|获|荣|被评|入选|当选)"
_TITLED = rf"(?:{_POST})(?P<titled>{_NAME}){_BEHIND}|(?:{_SAW})(?!金|品)(?P<seen>{_NAME}){_BEHIND}"
_OF_MANY = rf"(?:{_SAW})[^，。；、]{{0,10}}(?:{_SORT})(?P<visited>{_NAME}){_BEHIND}|(?:{_SORT})(?P<chosen>{_NAME}){_CHOSEN}"
_ADDRESSED = rf"(?:^|(?<=[，。；：、“和与由请向]))(?P<addressed>{_NAME})(?=同志|(?:党委|党组|支部|党支部)?(?:副?(?:{_POST}))(?![们]))"
_PERSON = late(f"{_OF_MANY}|{_TITLED}|{_ADDRESSED}")
_ANOTHER = late(rf"[、和](?P<name>{_NAME})(?=[、和等，。；：]|$)")


def persons(text: str) -> Iterator[Span]:
    """Where ``text`` has the names of persons, in order, each by itself."""
    for m in _PERSON.finditer(text):
        start, end = m.span(m.lastgroup or 0)
        while not _is_word(text[start:end]):
            yield start, end
            if not (another := _ANOTHER.match(text, end)):
                break
            start, end = another.span("name")


def _is_word(name: str) -> bool:
    """Whether what looks like a name is a word of its own, or opens with one."""
    return name in _NO_NAME or (len(name) > 2 and name[:2] in _NO_NAME)
