"""Words: slips of the pen, constructions run together, words worn thin, words said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.check.prose.entries import Swap, Tangle
from generator.check.prose.likely import Likely
from generator.check.prose.meeting import known, meet, own_word
from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import CONCISE, QUOTES, REGULAR, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, clauses, sentences, since_mark
from generator.patterns import worded


def _swaps(subject: Subject) -> Iterator[Finding]:
    for passage, swap, m in _swapped(subject, subject.words.swaps):
        yield at(passage, m.start(), m.end(), f"“{swap.wrong}”应为“{swap.right}”", f"依据：{swap.source}", swap.right)


def _swapped(subject: Subject, swaps: Sequence[Swap]) -> Iterator[tuple[Passage, Swap, re.Match[str]]]:
    """Where one of ``swaps`` stands, and nothing excuses it."""
    likely, paired = Likely(swaps, lambda swap: (swap.wrong,)), known(subject.words.paired)
    for passage in subject.passages:
        for swap in likely.of(passage.text):
            for m in worded(re.escape(swap.wrong)).finditer(passage.text):
                around = passage.text[max(0, m.start() - 4) : m.end() + 4]
                parted = len(swap.wrong) == _PAIR and meet(passage.text, m.start(), m.end(), paired)
                if not parted and not any(excuse in around for excuse in swap.but):
                    yield passage, swap, m


def _redundant(subject: Subject) -> Iterator[Finding]:
    """凯旋归来: one word says already what the other adds."""
    for passage, swap, m in _swapped(subject, subject.words.redundant):
        yield at(passage, m.start(), m.end(), f"“{swap.wrong}”意思重复", f"写成“{swap.right}”；依据：{swap.source}", swap.right)


_PAIR = 2
"""Characters of a slip so short that two other words may meet in it."""


def _idioms(subject: Subject) -> Iterator[Finding]:
    """An idiom with one character that is not its own (持之以衡): one of its halves stands there whole."""
    right, paired = {idiom.word for idiom in subject.words.idioms}, known(subject.words.paired)
    half = _any_half(frozenset(right))
    for passage in (passage for passage in subject.passages if half.search(passage.text)):
        told: set[int] = set()
        for idiom in subject.words.idioms:
            for start, strange in _near(idiom.word, passage.text):
                said = passage.text[start : start + len(idiom.word)]
                other = said in right or said in idiom.also or own_word(passage.text, start, said, strange, paired)
                if not other and HAN.fullmatch(said[0]) and start not in told:
                    told.add(start)
                    yield at(passage, start, start + len(said), f"“{said}”应为“{idiom.word}”", f"依据：{idiom.source}", idiom.word)


@cache
def _any_half(words: frozenset[str]) -> re.Pattern[str]:
    """What stands wherever one of ``words`` does, but for one character of it: most passages hold none, and the words are many."""
    return re.compile("|".join(sorted({re.escape(part) for word in words for part in (word[: len(word) // 2], word[len(word) // 2 :])})))


def _near(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where in ``text`` stands ``word`` with any one character another Han character, and which of them that is."""
    half = len(word) // 2
    for shift, part in ((0, word[:half]), (half, word[half:])):
        found = text.find(part)
        while found >= 0:
            start = found - shift
            said = text[start : start + len(word)] if start >= 0 else ""
            differ = [n for n, (c, own) in enumerate(zip(said, word, strict=False)) if c != own]
            if len(said) == len(word) and len(differ) == 1 and HAN.fullmatch(said[differ[0]]):
                yield start, differ[0]
            found = text.find(part, found + 1)


def _misspelt(subject: Subject) -> Iterator[Finding]:
    yield from _swaps(subject)
    yield from _idioms(subject)


_UNTIL = re.compile(r"截止(?:到|至|于)?(?=目前|现在|今|本月|本年|当前|当时|去年|上年|年底|月底|\d{1,4}[年月]|\d{4}-)")


_ENDS_AT = re.compile(r"(?<=[月日时底])截至(?=[，。；])")
"""Behind a time and at the end of its clause, something stopped then."""


def _until(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _UNTIL.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“截至”", "截止是停止，截至是算到这时为止", "截至")
        for m in _ENDS_AT.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“截止”", "截止是停止，截至是算到这时为止", "截止")


_AIMED = re.compile("的目的(?=[，。；])(?!，(?:就是|是|在于))")
_TO_AIM = re.compile("达到|实现|达成|起到|收到|为了|为|出于|本着|抱着|带着|以|有|是|围绕|明确|符合|偏离|背离|认清|说明|开展|举办|召开|组织")


def _aims(subject: Subject) -> Iterator[Finding]:
    """把学习所得用在办案上的目的: an aim that nothing reaches."""
    for passage in subject.passages:
        for m in _AIMED.finditer(passage.text):
            clause = since_mark(passage.text, m.start(), "，。；")
            if len(clause) > _LONG_AIM and not _TO_AIM.search(clause):
                yield at(passage, m.start() - len(clause), m.end(), "“…的目的”前面没有“达到”", "补上“达到”，或删去“的目的”")


_LONG_AIM = 6


def _tangles(subject: Subject) -> Iterator[Finding]:
    """Two ways of saying a thing in one; of those that begin alike, the one that goes furthest."""
    likely = Likely(subject.words.tangles, lambda tangle: tangle.first)
    for passage in subject.passages:
        found: dict[int, Finding] = {}
        whole, parted = list(sentences(passage.text)), list(clauses(passage.text))
        for tangle in likely.of(passage.text):
            for offset, piece in whole if tangle.within == "句" else parted:
                m = _tangled(tangle).search(piece)
                if m is None or any(excuse in m["between"] for excuse in tangle.but):
                    continue
                fault = f"“{m['first']}{'…' if m['between'] else ''}{m['then']}”：{tangle.why}"
                start, end = offset + m.start(), offset + m.end()
                if start not in found or found[start].end < end:
                    found[start] = at(passage, start, end, fault, "留一种说法")
        yield from found.values()
    yield from _aims(subject)


@cache
def _tangled(tangle: Tangle) -> re.Pattern[str]:
    first, then = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (tangle.first, tangle.then))
    between = "" if tangle.within == "相连" else ".*?"
    return re.compile(f"(?P<first>{first})(?P<between>{between})(?P<then>{then})")


_BEGINS = re.compile(r"(?:^|(?<=[：；]))(?:[一二三四五六七八九十]是)?(?P<by>通过|经过|随着)[^，。；]{2,30}，(?P<makes>使得?|让|促使)(?!用|命|者)")


def _no_subject(subject: Subject) -> Iterator[Finding]:
    """通过…，使…: the preposition has swallowed the subject."""
    for passage in subject.passages:
        for offset, sentence in sentences(passage.text):
            m = _BEGINS.search(sentence)
            if m:
                start = offset + m.start("by")
                yield at(passage, start, offset + m.end(), f"“{m['by']}…，{m['makes']}…”：句子没有主语", f"删去“{m['by']}”或“{m['makes']}”")


def _worn(subject: Subject) -> Iterator[Finding]:
    text = "".join(p.text for p in subject.passages)
    length = len(HAN.findall(text))
    if length < _LONG_ENOUGH:
        return
    for row in subject.words.worn:
        count = text.count(row.word)
        if count > _FEWEST and count * 1000 > row.most * length:
            passage = next(p for p in subject.passages if row.word in p.text)
            start = passage.text.index(row.word)
            yield at(
                passage,
                start,
                start + len(row.word),
                f"“{row.word}”用了 {count} 次，每千字 {count * 1000 / length:.1f} 次",
                "删去可有可无的，或换个说法",
            )


_LONG_ENOUGH, _FEWEST = 150, 3
"""Han characters a text must have before its words are counted; uses that are never too many."""


def _in_one_sentence(subject: Subject) -> Iterator[Finding]:
    """进一步 twice in a sentence."""
    for passage in subject.passages:
        for offset, sentence in sentences(passage.text):
            for row in subject.words.worn[:_STRICT]:
                found = [m.start() for m in worded(row.word).finditer(sentence)]
                if len(found) > 1:
                    start = offset + found[1]
                    yield at(passage, start, start + len(row.word), f"一句话里两个“{row.word}”", "删去一个")


_STRICT = 2
"""The words at the head of the list, of which one sentence holds one."""

_AGAIN = re.compile(
    r"(?:^|(?<=[，。；：、！？）”的了和与在对把将是]))(?P<word>[\u4e00-\u9fff]{2,6})(?P=word)(?![\u4e00-\u9fff]?(?:地|的)|力|什么|哪)"
)
_VERB_AGAIN = re.compile(
    "(?P<word>做好|抓好|推进|开展|加强|落实|提升|提高|完善|深化|强化|健全|推动|促进|完成|召开|举办|进一步|切实|扎实|积极|深入|继续|认真|不断|持续)(?P=word)"
)
"""Verbs and adverbs that nobody says twice, wherever in the clause."""
_TYPED_TWICE = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,6})(?P=word)(?![\u4e00-\u9fff]?(?:地|的)|[力室部员师站会组队长所厅局处科股办署法学者什哪谁])")
_THING_AND_DEED = frozenset(
    "监督 组织 教育 管理 服务 工作 学习 培训 发展 检查 宣传 指导 领导 代表 计划 规划 报告 活动 评估 审计 督查 巡察 巡视 调研 建设 治理 保障 保护"
    " 执法 帮扶 党员 干部".split()
)
"""Words with which one phrase may end and the next begin (派驻监督监督什么)."""
_DOUBLED_RUN = re.compile(r"(?P<run>[\u4e00-\u9fff\d]{2,20}[，、][\u4e00-\u9fff\d，、]{2,30})[，、；。]?(?P=run)")
_RUN = 6
_COUNTED_TWICE = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,4})\d[\d.]*[万亿]?(?:余)?(?:个|名|件|项|条|家|户|场|次|份|篇|起|处|台|期|座|人次|家次)(?P=noun)(?=[，。；、])"
)
_PARTICLES = re.compile(
    r"的的(?!确)|和和(?!气|美|睦)|与与|(?<!实)(?<!存)在在|了了(?!解)|将将(?!就)|(?<![应面针应相比核])对对|及及(?!时)|等等等|会会(?![员长费议见场址籍徽歌务堂馆计前上后中])|率率(?![先领])|员员(?![工额])|课课(?![题堂程时])|班班(?![子组长主级车额])"
)
_REDUPLICATED = frozenset(
    "一个 一件 一户 一项 一步 一条 一点 一家 一笔 一次 一桩 许多 许许 研究 讨论 商量 了解 琢磨 合计 打扫 收拾 休息 锻炼 体验 交流 活动 学习"
    " 一栋 一处 一村 一线 一桥 一路 一事 一人 一例".split()
)


def _twice_typed(text: str, m: re.Match[str], paired: frozenset[str]) -> bool:
    """Whether ``m`` is one word twice (获评获评), and not two words with a character in common beside each other (产业创业创新)."""
    word = m["word"]
    if word in _REDUPLICATED | _THING_AND_DEED or "一" in word or word[0] in "逐" or len(set(word)) == 1:
        return False
    return (
        len(word) > _PAIR
        or word in paired
        or not (text[max(0, m.start() - 1) : m.start() + 1] in paired or text[m.end() - 1 : m.end() + 1] in paired)
    )


def _again(subject: Subject) -> Iterator[Finding]:
    paired = known(subject.words.paired)
    for passage in subject.passages:
        for m in _AGAIN.finditer(passage.text):
            if m["word"] not in _REDUPLICATED and m["word"][0] not in "逐" and "一" not in m["word"] and len(set(m["word"])) > 1:
                yield at(passage, m.start(), m.end(), f"“{m['word']}”连着写了两遍", "删去一遍", m["word"])
        told = [m.span() for m in _AGAIN.finditer(passage.text)]
        within = [m for m in _TYPED_TWICE.finditer(passage.text) if _twice_typed(passage.text, m, paired)]
        for m in (*_VERB_AGAIN.finditer(passage.text), *within):
            if not any(start <= m.start() and m.end() <= end for start, end in told):
                told.append(m.span())
                yield at(passage, m.start(), m.end(), f"“{m['word']}”连着写了两遍", "删去一遍", m["word"])
        for m in re.finditer("(?P<word>[一二三四五六七八九十]是)(?P=word)", passage.text):
            yield at(passage, m.start(), m.end(), f"“{m['word']}”连着写了两遍", "删去一遍", m["word"])
        for m in re.finditer(r"(?<=\d)(?P<measure>人次|[次件条篇]|名(?!名[师医校企家牌录])|项(?!项目))(?P=measure)", passage.text):
            yield at(passage, m.start(), m.end(), f"量词“{m['measure']}”写了两遍", "删去一个", m["measure"])
        for m in _DOUBLED_RUN.finditer(passage.text):
            if len(HAN.findall(m["run"])) >= _RUN:
                yield at(passage, m.start(), m.end(), f"“{m['run']}”连着写了两遍", "删去一遍", m["run"])
        for m in _COUNTED_TWICE.finditer(passage.text):
            if "、" in since_mark(passage.text, m.start(), "，。；"):
                continue  # 甲支部、乙支部2个支部 sums up a list
            yield at(passage, m.start(), m.end(), f"“{m['noun']}”写了两遍", "数前、数后留一个")
        for m in _PARTICLES.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”多了一个字", "删去一个", m[0][0])


_TEXT = Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES))
_ALL_TEXT = Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES)
_MANY = "我们进一步加强学习，学习更加深入。又进一步改进作风，作风更加扎实。再进一步完善制度，制度更加健全。还进一步提高效率，效率更加明显。"

RULES = (
    Rule(
        "misspelt",
        "字词写得对",
        Authority.REGULATION,
        REGULAR,
        _misspelt,
        Example("认真布署，已开展学习9次。"),
        Example("认真部署，已开展学习9次。"),
        _ALL_TEXT,
    ),
    Rule(
        "no-subject",
        "句子有主语",
        Authority.ADVICE,
        "吕叔湘、朱德熙《语法修辞讲话》",
        _no_subject,
        Example("通过集中学习，使党员受到教育。"),
        Example("通过集中学习，党员受到教育。"),
        _TEXT,
    ),
    Rule(
        "until",
        "截至、截止用得对",
        Authority.REGULATION,
        "《现代汉语词典》“截至”“截止”",
        _until,
        Example("截止2025年11月底，开展学习9次。"),
        Example("截至2025年11月底，开展学习9次，报名5月1日截止。"),
        _TEXT,
    ),
    Rule(
        "tangled",
        "两种说法不揉在一起",
        Authority.PRACTICE,
        REGULAR,
        _tangles,
        Example("本着节约为原则安排经费。"),
        Example("本着节约的原则安排经费，以节约为原则。"),
        _TEXT,
    ),
    Rule(
        "redundant",
        "一个意思不说两遍",
        Authority.ADVICE,
        CONCISE,
        _redundant,
        Example("涉及到土地的问题9个，参赛队员凯旋归来。"),
        Example("涉及土地的问题9个，参赛队员凯旋，归来后作了汇报。"),
        _TEXT,
    ),
    Rule("worn", "常用词不过密", Authority.ADVICE, CONCISE, _worn, Example(_MANY * 3), Example(_MANY.replace("进一步", "") * 3), _TEXT),
    Rule(
        "worn-twice",
        "一句话里不重用“进一步”“切实”",
        Authority.ADVICE,
        CONCISE,
        _in_one_sentence,
        Example("进一步加强学习，进一步改进作风。"),
        Example("进一步加强学习，切实改进作风。"),
        _TEXT,
    ),
    Rule(
        "said-again",
        "没有连着写了两遍的词",
        Authority.PRACTICE,
        REGULAR,
        _again,
        Example("组织组织党员学习的的内容。"),
        Example("一件一件抓落实，的的确确有成效。"),
        _TEXT,
    ),
)
