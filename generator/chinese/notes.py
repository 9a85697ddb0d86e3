"""A clerk's note made a whole sentence: the function word or light verb it lacks is set before or between its words, none of them changed.

``bank.completions`` reads the table, ``phrasebank/补字.yaml``; ``compose.whole`` gives what is supplied its origin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import groupby, pairwise, takewhile

from msgspec import Struct, field

from generator.chinese.counted import BEING, DONE, FINISHED, HAVING, NOTHING_COUNTED, Counted
from generator.chinese.cutter import Cutter, opens_with_function
from generator.chinese.cutter import Kind as Piece
from generator.chinese.forms import ENDS, LEARNED, PART, Rule, Use, Where
from generator.chinese.fronted import NOTHING_FRONTED, Fronted
from generator.chinese.marked import Marked, Run, first_place, marked, own, runs, supplied, text_of
from generator.chinese.meanings import Kind, Meanings, cutter_of
from generator.chinese.nouns import is_count, unquoted, without_disguised
from generator.chinese.parts import add_up
from generator.chinese.punctuation import split_after
from generator.chinese.quantity import ends_in_count, first_count
from generator.chinese.shapes import Lead, Needs, Places, Shape
from generator.chinese.singles import NO_SINGLES, Singles
from generator.chinese.verbs import ends_in_act, ends_in_verb, opens_clause
from generator.limits import NOTE_CHARACTERS
from generator.patterns import late

_STOPS = "，；。！？：,;"
_CLAUSES = 1 << 12
"""Clauses of which it is remembered what was found of them: those of a hundred drafts."""
_WORD = 2
"""Characters of a verb."""
_JOINTLY = "联合"
_TIMED = late("[^，。；]{1,5}[期汛季节假年月日](?:前|后|间|内|中)")
"""What opens with when something is."""
_MEETS, _MEETINGS = "召开", ("会", "会议", "大会")
"""The verb that governs meetings alone."""
_DONE_TO, _PUTS, _INTO = "对", ("将", "把"), "入"
"""What says to whom or with what something is done; in plans, that say 将 of what is to come, the second."""
_OF_A_TIME = ("起", "以来", "之前", "之后")
"""How a clause goes on behind a time that is told from when or until when: 三季度起对集贸市场逐个摸底."""
_UNFINISHED = late("主体|开工|在建|形象进度|正在|启动|施工|收尾|还剩|其余")
"""What goes on behind so much that is not finished: 除险加固8座，主体完工."""
_BECOMING = ("获评", "评为", "当选", "入选", "成为", "晋升")
"""Verbs whose object is who does it: 青年教师获评市级骨干12名."""
_SENDS = late("[^，]{2,}(?:平台|系统|热线)(?:自动|及时)?(?:发|推送|预警|报警|提示|提醒)")
"""What is told by a thing that tells it: 监测平台发预警."""
_PUT_BY_OTHERS = late("[纳列]入(?:国家|全国|全省|省级|全市|市级|部级)")
"""What others do with what is the unit's own: no 将 goes before that."""
_SOME_TIME = late(
    "(?:元旦|春节|五一|端午|中秋|国庆|清明|七一|重阳)[^，]{0,20}|[^，]{1,4}(?<![售课产术灾善岗学婚])[后前](?!端)|[^，]{0,6}(?:半年|年内|期间|当天)|[^，]{0,2}(?:汛期|暑期|寒假|暑假|旺季|淡季)|\\d+[—-]\\d+月"
)
"""What a clause begins with that first says when: nothing is done to that (上岗后前半年每月回访)."""
_IN_TIME = late("[后前][^，]{0,4}[日天月周]内|前先")
"""What says by when or before what something is done: the clause begins with who does it (统计员变更后十日内由股室上门交底) or with what is not
begun yet (每条线路开通前先征求意见)."""
_HOW = ("直接", "一律", "及时", "全部", "统一", "逐一", "同步", "考完", "办完")
"""How what begins with an adverb begins: what was taken stands before it or not at all."""
_SENT_TO = late("派[^出]|签|建[^，]{0,2}群")
"""What is sent to people, signed with them or set up for them: not done to them (两家房企各派一名专班人员)."""
_OVERSEEN = late("(?!.*(?:[列纳]入|挂钩|作为)).*(?:考核|检查|督查|督导|核查|评比|回访)$")
"""What is done to a thing and not with it: 对补助按季考核."""
_PERSON = late("[^，的]{1,4}(?:员|者|官|师)(?![的工会队教培信服管])")
"""Who a clause may begin with that does what it tells."""
_TAKEN = late("[纳列编调派选转送分配作]")
"""What is done with people: 将困难党员纳入帮扶."""
_BY_TURNS = late("白天|晚上|夜里|夜间|平时|周末|上午|下午|中[给对为向]|分[片批]到")
"""What says when or where in it a thing serves whom: nothing is done to it (活动室白天给群众排练, 评聘中给带徒成绩加分)."""
_READ_THROUGH = late("(?:审核|审查|审读|审看|审批|核销|清查)[^，]{2,}")
"""What was read or gone through, be its object the name of something that is held (审核讲座、报告会33场)."""
_ALL_OF_IT = late("全部|一律|均已?(?!衡)|逐[一个项户人]")
"""What says of all that is named what became of it: 食堂食材全部公开招标."""
_EACH = "各"
_BARE = 2
"""Characters of an act that may be said of itself: 培训26期."""
_FULL = tuple("。！？；;")
"""What ends a sentence, or a part of it that stands by itself. A colon does not: what is told behind a label
(入户安检：应检21.3万户) is led by that."""


class Completions(Struct, frozen=True, dict=True):
    """The table: rules in the order in which they are tried, the words of their classes, the name of the file it was read from, what is learned of
    counts (``counted``) and of other clauses (``fronted``), the verbs of one character."""

    rules: tuple[Rule, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    name: str = ""
    counted: Counted = NOTHING_COUNTED
    fronted: Fronted = NOTHING_FRONTED
    singles: Singles = NO_SINGLES

    @property
    def verbs(self) -> tuple[str, ...]:
        """The words of the table that are verbs and never nouns."""
        return self.classes.get(Kind.VERBS, ())

    def completed(self, text: str, use: Use, proposals: bool = False) -> tuple[Run, ...]:
        """``text`` whole: each of its characters once, and what was supplied. With ``proposals``, also by the rules that only propose."""
        return self._whole_once(text, use, proposals)

    @cached_property
    def _whole_once(self) -> Callable[[str, Use, bool], tuple[Run, ...]]:
        """Each text is completed once."""
        return lru_cache(maxsize=_CLAUSES)(self._completed)

    def _completed(self, text: str, use: Use, proposals: bool) -> tuple[Run, ...]:
        allowed = self._allowed(use, proposals)
        if not allowed or len(text) > NOTE_CHARACTERS:
            return (Run(text),)
        pieces = [(start, clause, after, clause.rstrip(_STOPS)) for start, clause, after in _with_next(text)]
        done: Marked = ()
        for start, clause, after, body in pieces:
            piece = marked(body, start)
            if self.parting is not None and use in self.parting.uses and add_up(text_of(done).rstrip(_STOPS), body):
                done += supplied(PART, self.parting) + piece
            else:
                whole = self._whole(piece, text_of(done), allowed, after) if self._may_lack(body, allowed) else piece
                done += self._fronted(whole, use) if whole == piece else whole
            done += marked(clause[len(body) :], start + len(body))
        return tuple(runs(done))

    def _allowed(self, use: Use, proposals: bool) -> frozenset[int]:
        """The numbers of the shapes whose rules are for ``use``."""
        return self._of_use[use, proposals]

    @cached_property
    def _of_use(self) -> Mapping[tuple[Use, bool], frozenset[int]]:
        uses = [(use, proposals) for use in Use for proposals in (False, True)]
        return {(u, p): frozenset(n for n, s in enumerate(self._shapes) if u in s.rule.uses and (p or not s.rule.proposed)) for u, p in uses}

    @cached_property
    def _elsewhere(self) -> Mapping[tuple[bool, bool], frozenset[int]]:
        """By whether a clause stands behind another one, and whether a next one goes on from it: the numbers of the shapes whose rules are not for
        it."""
        behind, leading, alone = {*Where}, {Where.ALONE}, {Where.LEADING}
        barred = {(True, True): behind, (True, False): behind, (False, True): leading, (False, False): alone}
        return {place: frozenset(n for n, s in enumerate(self._shapes) if s.rule.where in wheres) for place, wheres in barred.items()}

    def _may_lack(self, clause: str, allowed: frozenset[int]) -> bool:
        """Whether ``clause`` holds all that one of the shapes needs: most hold it of none."""
        return not allowed.isdisjoint(self._needs.of(clause)[1])

    def _whole(self, clause: Marked, before: str, allowed: frozenset[int], after: str) -> Marked:
        """A clause whole by the rules for where it stands; as it is where the verb supplied to it is that of the clause ``before`` it."""
        amid = bool(before) and not before.endswith(_FULL)
        piece = self._listed(clause, allowed - self._elsewhere[amid, bool(after)], after)
        unfinished = self._governing(piece) == FINISHED and _UNFINISHED.search(after) is not None
        return clause if unfinished or self._governed(before, piece) else piece

    def _fronted(self, clause: Marked, use: Use) -> Marked:
        """A clause that no form is of and that ends in no count, behind the word that it lacks in front as others do that are like it."""
        rule, text = self._front, text_of(clause)
        if rule is None or use not in rule.uses or ends_in_count(text):
            return clause
        at = self._lead.end(text)
        word = self._word_before(text[at:], use)
        if word in _PUTS:
            word = _DONE_TO if _OVERSEEN.match(text) else _PUTS[-1] if use is Use.PLAN else word
        return clause[:at] + supplied(word, rule) + clause[at:] if word and not self._is_out_of_place(word, text[at:]) else clause

    def _is_out_of_place(self, word: str, text: str) -> bool:
        """Whether ``word`` can not stand before ``text``, which begins with when, how or by whom something is done."""
        when = _SOME_TIME.match(text) is not None or _IN_TIME.search(text) is not None or text.startswith(_OF_A_TIME)
        if word == _DONE_TO:
            return when or self._opens_with_actor(text) or _SENT_TO.search(text) is not None
        if word in _PUTS:
            others = _PUT_BY_OTHERS.search(text) or _BY_TURNS.search(text)
            by_person = (self._opens_with_actor(text) or _PERSON.match(text) is not None) and not _TAKEN.search(text)
            return bool(when or others) or text.startswith(_HOW) or by_person or _SENDS.match(text) is not None
        return when

    def _opens_with_actor(self, text: str) -> bool:
        """Whether ``text`` opens with who may act: 民警进社区走访."""
        kind, name = next(self.cutter.pieces(text), ("", ""))
        return text.startswith(self.classes[Kind.ACTORS]) or (kind == Piece.NAME and name.endswith(self.classes[Kind.ACTORS]))

    @cached_property
    def _word_before(self) -> Callable[[str, Use], str]:
        """The word that a clause lacks in front. A note is gone through again for what may be proposed of it: each clause is weighed once."""
        return lru_cache(maxsize=_CLAUSES)(lambda clause, use: self.fronted.word(clause, use, self.cutter))

    @cached_property
    def parting(self) -> Rule | None:
        """The rule by which parts say so."""
        return next((rule for rule in self.rules if rule.parting), None)

    @cached_property
    def _front(self) -> Rule | None:
        return next((rule for rule in self.rules if rule.fronting), None)

    @cached_property
    def _lead(self) -> Lead:
        return Lead(self.classes.get(Kind.ADVERBIALS, ()) + self.classes.get(Kind.MANNERS, ()), self.classes.get(Kind.NO_ADVERBIALS, ()))

    @cached_property
    def cutter(self) -> Cutter:
        """What cuts clauses at the verbs of the table."""
        return cutter_of(self.classes, self.singles)

    def says_what_is_done(self, text: str) -> bool:
        """Whether the name of a matter is a verb phrase or a clause."""
        return self.counted.naming.says_what_is_done(text)

    def may_name(self, text: str) -> bool:
        """Whether ``text`` may be the name of a matter, which may end in a verb and holds none before that (找企业合作搞初加工 is no name), nor opens
        with when it is (防火期前检修水泵)."""
        bare = unquoted(text)
        named = bare[:-_WORD] if ends_in_verb(bare) else bare
        return not self.rules or (self._meanings.specifies(named) and _TIMED.match(text) is None)

    # --- a clause ---------------------------------------------------------------------------------------------------------------------

    def _listed(self, clause: Marked, allowed: frozenset[int], after: str) -> Marked:
        """A clause; one that lists counts (集中学习12次、专题研讨4次) item by item, a verb once for those it serves, all of them or none; what is
        there beside what was done is not told by a verb of its own (举办招聘会17场、参会企业436家)."""
        items = _items(clause)
        if len(items) == 1:
            return self._applied(clause, allowed, after)
        made = [self._applied(item, allowed, after) for item in items]
        verbs = [self._governing(m) for m in made]
        beside = [verb in BEING and verbs[0] not in BEING for verb in verbs]
        made = [item if there else m for item, m, there in zip(items, made, beside, strict=True)]
        verbs = ["" if there else verb for verb, there in zip(verbs, beside, strict=True)]
        if verbs[0] in BEING:
            if not all(verb in BEING or self._is_there(item) for verb, item in zip(verbs, items, strict=True)):
                return clause
            verbs = [verbs[0] if {*verbs} <= {verbs[0]} else HAVING] * len(made)
        if not verbs[0]:
            made = [item if verb else m for item, m, verb in zip(items, made, verbs, strict=True)]
        elif not all(
            verb or there or text_of(m).startswith((*self.classes[Kind.ACTS], *self.classes[Kind.VERBS]))
            for verb, m, there in zip(verbs, made, beside, strict=True)
        ):
            return clause
        out: Marked = made[0]
        for n, new in enumerate(made[1:], 1):
            out += marked("、", first_place(new) - 1) + (own(new) if verbs[n] == verbs[n - 1] else new)
        return out

    def _is_there(self, item: Marked) -> bool:
        """Whether an item of a list may count what is there, whatever verb it asks for by itself."""
        text = text_of(item)
        return self._meanings.is_there(text[: max(0, first_count(text))])

    def _applied(self, clause: Marked, allowed: frozenset[int], after: str) -> Marked:
        """A clause as the rules make it one after another, those that lead only where the clause ``after`` it goes on."""
        text, n = text_of(clause), -1
        while (found := self._next(text, n, allowed, after)) is not None:
            n, places = found
            clause = clause[: places[0]] + self._rebuilt(self._shapes[n].rule, places, clause)
            text = text_of(clause)
        return clause

    def _next(self, text: str, last: int, allowed: frozenset[int], after: str) -> tuple[int, Places] | None:
        """The number of the first shape behind the ``last`` that ``text`` has, and where."""
        for n in self._needs.of(text)[1]:
            if n > last and n in allowed:
                rule = self._shapes[n].rule
                if (rule.where is not Where.LEADING or self._goes_on(after, rule)) and (places := self._matched(n, text)):
                    return n, places
        return None

    @cached_property
    def _matched(self) -> Callable[[int, str], Places | None]:
        """Where a text has the shape of that number, found once, like what it lacks in front."""
        return lru_cache(maxsize=_CLAUSES)(self._match)

    def _match(self, n: int, text: str) -> Places | None:
        """Where ``text`` has the n-th shape and is not barred from its rule, every element what its class means."""
        shape = self._shapes[n]
        places = shape.places(text, self._needs.of(text)[0])
        if places is None or self._barred(shape.rule, text) or self._done_by_named(shape.rule, text) or self._has_its_verb(shape.rule, text):
            return None
        if self._counted_otherwise(shape.rule, text) or self._counts_object(shape.rule, places, text):
            return None
        pieces = zip(shape.rule.before, (text[start:end] for start, end in pairwise(places)), strict=True)
        fit = all(self._meanings.fit(element, piece) for element, piece in pieces) and not _puts_counts(shape.rule, places, text)
        return places if fit and (not shape.rule.learned or self._learned(places, text)) else None

    def _learned(self, places: Places, text: str) -> str:
        """The word that a count asks for, whose noun, number and measure are the first pieces of the form. A verb only where the noun names
        what is there, or an act of nobody in particular; certain it must be of a noun of one word, which is no verb, and never is of what a verb
        of one character governs."""
        noun, number, measure = (text[places[n] : places[n + 1]] for n in range(3))
        told = self.counted.told(noun, measure)
        bare = len(noun) <= _BARE
        if not told.word or (bare and (told.is_function or not told.certain or ends_in_verb(noun) or ends_in_act(noun))):
            return ""
        if told.is_function:
            return "" if opens_clause(noun) or self._names_partner(noun) else told.word
        if told.word == HAVING:
            return self._meanings.being(noun, number) if self._meanings.is_there(noun) else ""
        single = any(kind is Piece.SINGLE for kind, _ in self.cutter.pieces(noun))
        plainly = told.certain and not (single or self.says_what_is_done(noun))
        return told.word if self._meanings.is_unclaimed_act(noun, certain=plainly) else ""

    def _names_partner(self, noun: str) -> bool:
        """Whether ``noun`` says already who joins in: 缉私分局联合公安打私行动."""
        _, jointly, rest = noun.partition(_JOINTLY)
        return bool(jointly and rest) and next(self.cutter.pieces(rest))[0] == Piece.NAME

    def _barred(self, rule: Rule, text: str) -> bool:
        """Whether ``text`` holds a word that bars ``rule``; a proposal of a word is barred by any verb."""
        bare = unquoted(text)
        acts = rule.proposed and not rule.turning and (opens_clause(text) or any(act in text for act in self._acting))
        return acts or any(word in bare and (len(word) > 1 or word in without_disguised(text)) for word in rule.barred)

    def _done_by_named(self, rule: Rule, text: str) -> bool:
        """Whether ``rule`` makes an act the object of a verb that ``text`` says who did."""
        first = rule.after[0]
        return first.supplied and first.text in self.classes[Kind.HOLDING] and self._meanings.is_done_by_named(text)

    def _has_its_verb(self, rule: Rule, text: str) -> bool:
        """Whether ``rule`` sets a verb before a text that begins with one which only what is whole begins with (响应诉求2265件), or with where or for
        whom something is done."""
        first, said = rule.after[0], text[self._lead.end(text) :]
        verbal = first.supplied and len(first.text) > 1 and first.text != LEARNED
        told = opens_with_function(said) or _READ_THROUGH.match(said) is not None or _ALL_OF_IT.search(said) is not None
        return verbal and (told or self.counted.naming.opens_with_verb(said))

    def _counted_otherwise(self, rule: Rule, text: str) -> bool:
        """Whether ``rule`` sets a verb of an act before a count which lacks none, or another word: 学员走进企业27批次, 高校教授授课48讲."""
        first, said = rule.after[0], text[self._lead.end(text) :]
        at = first_count(said) if first.supplied and first.text in DONE and "、" not in said else 0
        alone = at > _BARE and said[at - 1] != _EACH and ends_in_count(said) and first_count(said, at + 1) < 0
        return alone and self.counted.denies(said[:at], _measure(said))

    def _counts_object(self, rule: Rule, places: Places, text: str) -> bool:
        """Whether ``rule`` would move a count before a noun of a kind, though another stands there (5个支部换届选了4个) or what stands right before
        it is of that kind too, and may be what is counted: 签约团队里编入专科医生58名."""
        moved = rule.after[0] != rule.before[0] and not rule.after[0].supplied
        first = rule.before[0].text.removeprefix(ENDS)
        number = next((n for n, e in enumerate(rule.before) if e == rule.after[0]), 0)
        said = text[: places[number]]
        counted = any(map(str.isdecimal, said))
        of_kind = said.endswith(self.classes.get(first, ())) and not any(verb in said for verb in _BECOMING)
        return moved and number > 0 and (counted or of_kind)

    def _governing(self, clause: Marked) -> str:
        """The verb supplied to ``clause`` that governs a list which goes on behind it, if one was."""
        supplied = next((text_of(tuple(group)) for own, group in groupby(clause, lambda m: isinstance(m[1], int)) if not own), "")
        return supplied if supplied in self.classes[Kind.LIGHT] or supplied in self.counted.verbs else ""

    def _governed(self, before: str, piece: Marked) -> bool:
        """Whether the verb supplied to a clause is that of a clause ``before`` it, whose list goes on (组织学习12次，专题研讨4次)."""
        verb = self._governing(piece)
        sentence = re.split("[；。]", before.rstrip(_STOPS))[-1].split("，")
        bare = takewhile(lambda c: ends_in_count(c) and not opens_clause(c), reversed(sentence[1:]))
        last = sentence[-1 - len(list(bare))]
        unmet = last.startswith(_MEETS) and not text_of(piece)[: first_count(text_of(piece))].endswith(_MEETINGS)
        return bool(verb) and not unmet and last.startswith(self.classes[Kind.HOLDING] if verb in self.classes[Kind.HOLDING] else verb)

    def _goes_on(self, after: str, rule: Rule) -> bool:
        """Whether the clause ``after`` says what was done in what ``rule`` makes an act, and with another verb."""
        verbal = opens_clause(after) or after.startswith((*self.classes[Kind.VERBS], *self.classes[Kind.ACTS], *self.classes[Kind.CONTINUING]))
        return (verbal or is_count(after) or ends_in_count(after.rstrip(_STOPS))) and not after.startswith(rule.after[0].text)

    def _rebuilt(self, rule: Rule, places: Places, clause: Marked) -> Marked:
        """The clause behind its adverbials in the order of the rule's second form."""
        left = [(e, clause[start:end]) for e, (start, end) in zip(rule.before, pairwise(places), strict=True)]
        out: Marked = ()
        for element in rule.after:
            if element.supplied:
                out += supplied(self._learned(places, text_of(clause)) if element.text == LEARNED else element.text, rule)
            else:
                at = next(i for i, (e, _) in enumerate(left) if e == element)
                out += left.pop(at)[1]
        return out

    # --- the classes --------------------------------------------------------------------------------------------------------------------

    @cached_property
    def _shapes(self) -> tuple[Shape, ...]:
        """Every rule's form. Before one that is given a verb, adverbials of manner (深入, 扎实) may stand too."""
        adverbials = self.classes.get(Kind.ADVERBIALS, ())
        no_lead = self.classes.get(Kind.NO_ADVERBIALS, ())
        usual, verbal = Lead(adverbials, no_lead), self._lead
        formed = (r for r in self.rules if not (r.fronting or r.parting))
        return tuple(Shape(r, verbal if r.after[0].supplied and len(r.after[0].text) > 1 else usual, self.classes) for r in formed)

    @cached_property
    def _needs(self) -> Needs:
        return Needs(self._shapes)

    @cached_property
    def _meanings(self) -> Meanings:
        return Meanings(self.classes, self.singles)

    @cached_property
    def _acting(self) -> tuple[str, ...]:
        return (*self.classes[Kind.ACTS], *self.classes[Kind.VERBS])


NOTHING_SUPPLIED = Completions()


def _measure(text: str) -> str:
    """What stands behind the last figure of ``text``: the measure of a count that it ends in."""
    bare = text.rstrip(_STOPS)
    return bare[max((n for n, c in enumerate(bare, 1) if c.isdecimal()), default=0) :]


def _with_next(text: str) -> Iterator[tuple[int, str, str]]:
    """The clauses of ``text`` with their offsets, and with the next one where it goes on behind a comma after the first of its sentence."""
    split = list(_clauses(text))
    for n, (start, clause) in enumerate(split):
        leads = clause.endswith("，") and n + 1 < len(split) and (n == 0 or split[n - 1][1].endswith(("。", "；")))
        yield start, clause, split[n + 1][1] if leads else ""


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """The clauses of ``text`` with their offsets; what stands within a figure (1,200, 12：30) ends none."""
    begun = 0
    for start, piece in split_after(text, _STOPS):
        end = start + len(piece)
        if not _WITHIN_FIGURE.match(text, max(0, end - 2)) or end >= len(text):
            yield begun, text[begun:end]
            begun = end
    if begun < len(text):
        yield begun, text[begun:]


_WITHIN_FIGURE = late(r"\d[,，:：]\d", holding=",，:：")


def _items(clause: Marked) -> list[Marked]:
    """The items of a list of counts, each with further counts of the same thing (培训46期、1530人次); the clause whole where it is none."""
    found = list(split_after(text_of(clause), "、"))
    if len(found) < 2 or not all(ends_in_count(piece.rstrip("、")) for _, piece in found):
        return [clause]
    starts = [at for n, (at, piece) in enumerate(found) if n == 0 or not piece[0].isdecimal()]
    return [clause[at : end - 1 if end < len(clause) else end] for at, end in pairwise((*starts, len(clause)))]


def _puts_counts(rule: Rule, places: Places, text: str) -> bool:
    """Whether ``rule`` would have so many put somewhere, or a thing put into so many of others: 园里选出60篇编成册子, 平台接入诉求1.46万条."""
    at = next((n for n, element in enumerate(rule.before) if element.is_class and element.text == Kind.PUT), 0)
    if not at or at + 1 >= len(rule.before):
        return False
    thing, verb, into = (text[places[n] : places[n + 1]] for n in (at - 1, at, at + 1))
    return ends_in_count(thing) or (verb.endswith(_INTO) and (ends_in_count(into) or is_count(into)))
