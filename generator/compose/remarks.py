"""What is to be said about a draft: blanks, what was not used, what is too short, out of date, said before or said twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from generator.bank.bank import Bank
from generator.bank.formulations import Formulation, contained, mentioned
from generator.bank.full_forms import trimmed
from generator.chinese.months import Period, printed
from generator.chinese.punctuation import clauses
from generator.compose.account import blanks, given, hollow, length, shares, thinnest, used
from generator.compose.answers import Pairing
from generator.compose.facts import with_quantity
from generator.compose.kept import Choice, Kept
from generator.compose.lame import lame_problems
from generator.compose.past import NOTHING_PAST, Past
from generator.compose.said import han, long_clauses
from generator.facts.formalities import formality_problems
from generator.facts.model import Fact, Facts, Intention, Practice, Shortcoming
from generator.patterns import late
from generator.printed import lines
from generator.problems import Place, Problem, Severity, did_you_mean, nearest
from generator.report import Origin, OriginKind, Report, Text, plain
from generator.template.model import Template

_TOLERANCE = 0.1
_BOUND = 0.04
"""Share by which a part may stay under its ceiling and still be said to have reached it: about one clause."""
_CLAUSE = late("[^，。；、]+")
_COUNT = late(r"[0-9][0-9,.]*")
_BARE_YEAR = late(r"[0-9]{4}(?:-[0-9]+)*")
_SHORTEST_SAID = 5
_PERIOD_HINT = "写成 2025年、2025年上半年 或 2025年1—11月"
_SAYS_ENOUGH = 12
"""Han characters from which a clause found in an earlier report is more than the name of a thing that is done every year."""


def remarks(
    report: Report,
    facts: Facts,
    bank: Bank,
    choices: Iterable[Choice],
    *,
    kept: Kept,
    past: Past,
    formulations: tuple[Formulation, ...],
    period: Period | None,
    template: Template,
) -> tuple[Problem, ...]:
    """All that is to be said, in the order of the facts file. ``owed`` are everywhere the runs of the clerk's own words."""
    owed = given(facts)
    found = (
        blank_problems(report, facts),
        unused_problems(report, facts, owed),
        formality_problems(facts),
        facts.hints,
        length_problems(report, facts, template),
        hollow_problems(report),
        topic_alone_problems(facts),
        kept_problems(kept, bank, choices),
        past_problems(report, bank, past, kept),
        own_past_problems(facts, past, owed),
        dated_problems(facts, formulations, period, owed),
        trimmed_problems(facts, owed),
        repeat_problems(facts, owed),
        doubled_problems(facts),
        unread_problems(report, facts),
        lame_problems(facts, bank.completions),
        topic_problems(facts, bank),
        answer_problems(facts, bank),
    )
    return tuple(sorted({problem for problems in found for problem in problems}))


def unused_problems(report: Report, facts: Facts, owed: Sequence[Text]) -> Iterator[Problem]:
    """One problem for every run of the clerk's that the draft does not print."""
    for text in used(report, facts, owed)[1]:
        origin = text.origin or Origin(OriginKind.FACT)
        place = Place(facts.name, origin.line, origin.column)
        yield Problem(place, "unused", f"没有用上：{text.text}", "这个文种没有放它的地方", Severity.WARNING)


def blank_problems(report: Report, facts: Facts) -> Iterator[Problem]:
    """One problem for every blank printed."""
    for origin in blanks(report):
        place = Place(facts.name, origin.line, origin.column)
        yield Problem(place, "blank", f"待补：{origin.path}", "补上以后重新起草", Severity.WARNING)


def length_problems(report: Report, facts: Facts, template: Template) -> Iterator[Problem]:
    """Says how much is missing, where facts are few and which ceiling of formula binds, when a draft falls short of the wanted length; or how much
    the facts overrun it."""
    if facts.length is None:
        return
    actual = length(report)
    if actual < facts.length * (1 - _TOLERANCE):
        message = f"全文{actual}字，比要求的{facts.length}字少{facts.length - actual}字；事实不够，不拿套话凑"
        hint = "先补事实少的板块：" + "、".join(f"“{t}”" for t in thinnest(report))
        bound = [p for p, s in zip(template.parts, shares(report)[-len(template.parts) :], strict=True) if s.share > p.ceiling - _BOUND]
        if bound:
            said = "、".join(f"“{p.title}”的套语已到上限 {p.ceiling:.0%}" for p in bound)
            hint += f"；{said}，要多写就在事实表里调高 套语上限"
        yield Problem(Place(facts.name), "too-short", message, hint, Severity.WARNING)
    elif actual > facts.length * (1 + _TOLERANCE):
        message = f"全文{actual}字，比要求的{facts.length}字多{actual - facts.length}字；事实都要写上，没有删减"
        yield Problem(Place(facts.name), "too-long", message, "删去次要的事实，或把字数改大", Severity.WARNING)


def kept_problems(kept: Kept, bank: Bank, choices: Iterable[Choice]) -> Iterator[Problem]:
    """What the user keeps that could not stand: the phrase is gone from the bank, or its place from the facts."""
    standing = {c.spot for c in choices}
    for choice in kept.values():
        said = f"{choice.spot.where}（{choice.spot.stand}）"
        if choice.phrase and choice.phrase not in bank.phrases:
            yield Problem(
                choice.place, "kept-gone", f"保留的用语已不在用语库里：{choice.wording or choice.phrase}", "删去这一行，另拟", Severity.WARNING
            )
        elif choice.phrase and choice.spot not in standing:
            yield Problem(
                choice.place, "kept-unplaced", f"稿子里没有保留用语的这一处：{said}", "事项改了名的，改“处”；不要了的，删去这一行", Severity.WARNING
            )


def past_problems(report: Report, bank: Bank, past: Past, kept: Kept) -> Iterator[Problem]:
    """One hint for every wording of the tool's that earlier reports hold too, there being nothing else; what the user keeps is his choice."""
    chosen = {c.phrase for c in kept.values()}
    printed = dict.fromkeys(i.origin.phrase for line in lines(report) for i in line.inlines if i.origin and i.origin.phrase)
    for phrase in map(bank.phrases.__getitem__, printed):
        if past.holds(phrase) and phrase.id not in chosen:
            yield Problem(Place(report.name), "said-before", f"往年稿子里有，没有别的可换：{phrase.text}", "可以自己改写这一句", Severity.HINT)


def own_past_problems(facts: Facts, past: Past, owed: Sequence[Text]) -> Iterator[Problem]:
    """What the clerk's own words share with an earlier report: a count to the figure, or clauses that say enough to be worth a look."""
    if past == NOTHING_PAST:
        return
    for fact in _facts(facts):
        for clause in _CLAUSE.findall(plain(with_quantity(fact))):
            if _COUNT.search(clause) and past.counts(clause):
                message = f"往年稿子里也是这个数：{clause}"
                yield Problem(Place(facts.name, fact.line), "same-figure", message, "核对是不是忘了改", Severity.WARNING)
    for text in owed[sum(isinstance(inline, Text) for inline in facts.title) :]:
        old = [c for _, c in clauses(text.text) if len(han(c)) >= _SAYS_ENOUGH and not _COUNT.search(c) and past.contains(han(c))]
        if old:
            yield Problem(_place(facts, text), "copied", f"往年稿子里有同样的话：{'，'.join(old)}", "核对是不是今年的情况", Severity.HINT)


def dated_problems(facts: Facts, formulations: tuple[Formulation, ...], period: Period | None, owed: Sequence[Text]) -> Iterator[Problem]:
    """Wording of the clerk's own that was not said in the period reported on, and misspelt set wordings. It is printed all the same."""
    near = mentioned("\n".join(text.text for text in owed), formulations)
    for text in owed:
        place = _place(facts, text)
        for wording in contained(text.text, near):
            message = _out_of_date(wording, period)
            if message:
                yield Problem(place, "out-of-date", message, "确是如此就不用改；照抄旧稿的，换成现在的提法", Severity.HINT)
        for wording, wrong in ((f, w) for f in near for w in f.wrong if w in text.text):
            yield Problem(place, "misworded", f"“{wrong}”应为“{_bare(wording)}”", f"依据：{wording.source}", Severity.HINT)


def trimmed_problems(facts: Facts, owed: Sequence[Text]) -> Iterator[Problem]:
    """Political forms that the clerk's own words cut short: printed as they stand, and said here in full."""
    for text in owed:
        for form in trimmed(text.text):
            yield Problem(_place(facts, text), "trimmed", f"“{form.words}”没有说全，照原样印", f"指的是它，就写成：{form.full}", Severity.HINT)


def _out_of_date(wording: Formulation, period: Period | None) -> str:
    """How ``wording`` falls outside ``period``; empty where it does not, or where there is none."""
    if period is None:
        return ""
    if wording.until and wording.until < period[0]:
        return f"“{_bare(wording)}”到{printed(wording.until)}为止，早于这份报告的时段"
    return f"“{_bare(wording)}”从{printed(wording.since)}起才说，晚于这份报告的时段" if wording.since > period[1] else ""


def repeat_problems(facts: Facts, owed: Sequence[Text]) -> Iterator[Problem]:
    """A fact, or a clause of eight characters and more, that the clerk wrote twice: printed twice, and said here; one thing with two counts, too."""
    first: dict[str, Place] = {}
    for place, said in _sayings(facts, owed):
        if first.setdefault(said, place) != place:
            yield Problem(place, "said-twice", f"这句话第{first[said].line}行已经写过：{said}", "删去一处，或换个说法", Severity.HINT)
    for item in (i for practice in facts.practices for i in practice.items):
        counted: dict[str, str] = {}
        for fact in item.facts:
            words = plain(with_quantity(fact))
            other = counted.setdefault(_COUNT.sub("", words), words)
            if other != words:
                yield Problem(Place(facts.name, fact.line), "two-figures", f"同一件事两个数：{other}，{words}", "核对，留一个", Severity.HINT)


def _sayings(facts: Facts, owed: Sequence[Text]) -> Iterator[tuple[Place, str]]:
    """Every count whole, and every long clause of what else the clerk wrote."""
    for fact in (f for f in _facts(facts) if f.number):
        yield Place(facts.name, fact.line), plain(with_quantity(fact))
    for text in owed:
        counted = _COUNT.search(text.text) and not _BARE_YEAR.fullmatch(text.text)
        said = [text.text] if counted else sorted(long_clauses(text.text))
        yield from ((_place(facts, text), clause) for clause in said if len(clause) >= _SHORTEST_SAID)


def _facts(facts: Facts) -> Iterator[Fact]:
    return (f for practice in facts.practices for item in practice.items for f in item.facts)


def doubled_problems(facts: Facts) -> Iterator[Problem]:
    """A fact whose words end in the very number and measure word that are given beside them: it says them twice."""
    for fact in _facts(facts):
        quantity = plain(fact.number + fact.measure)
        if fact.number and fact.slot is None and plain(fact.done).endswith(quantity):
            message = f"“做了”里已经有“{quantity}”，“数”“量”又写了一遍"
            yield Problem(Place(facts.name, fact.line), "doubled", message, "删去一处", Severity.HINT)


def unread_problems(report: Report, facts: Facts) -> Iterator[Problem]:
    """A period whose months cannot be read, and themes that the draft does not mention."""
    words = facts.period.words if facts.period else ()
    line = words[0].origin.line if words and words[0].origin else 0
    if not (facts.period and facts.period.first):
        message = f"看不出“{plain(words)}”是哪几个月，有时效的提法一概不用" if words else "没有写时段，有时效的提法一概不用"
        yield Problem(Place(facts.name, line), "period-unread", message, _PERIOD_HINT, Severity.HINT)
    elif _BARE_YEAR.fullmatch(plain(words)):
        yield Problem(Place(facts.name, line), "period-bare", f"时段照原样印成“{plain(words)}”", _PERIOD_HINT, Severity.HINT)
    text = "".join(line.text for line in lines(report))
    for theme in facts.themes:
        if plain(theme) not in text:
            line = theme[0].origin.line if theme and theme[0].origin else 0
            yield Problem(Place(facts.name, line), "theme-unsaid", f"稿子里没有提到专题“{plain(theme)}”", "写进导语，或写成一个要点", Severity.HINT)


def topic_problems(facts: Facts, bank: Bank) -> Iterator[Problem]:
    """Topics that look like a slip for one of the bank's."""
    known = bank.topic_names()
    blocks: tuple[Practice | Shortcoming | Intention, ...] = (*facts.practices, *facts.shortcomings, *facts.intentions)
    for block in blocks:
        near = nearest(block.topic, known) if block.topic and block.topic not in known else None
        if near and len(near) == len(block.topic):
            message = f"用语库里没有“{block.topic}”这个主题，照原样用"
            yield Problem(Place(facts.name, block.line), "topic-near", message, did_you_mean(block.topic, [near]), Severity.HINT)


def hollow_problems(report: Report) -> Iterator[Problem]:
    """The blocks of what was done that hold formula and nothing of the clerk's."""
    for part in report.sections:
        for title in hollow(part):
            yield Problem(Place(report.name), "hollow", f"“{title}”只有套语，没有事实", "补上事实，或删去这一块", Severity.WARNING)


def topic_alone_problems(facts: Facts) -> Iterator[Problem]:
    """The plans that give a topic and nothing else."""
    for plan in facts.intentions:
        if plan.topic and not plan.measures and not plan.heading:
            hint = "写上举措；--suggest 列出可供选用的话"
            yield Problem(Place(facts.name, plan.line), "topic-alone", f"打算“{plan.topic}”只写了主题，没有举措", hint, Severity.HINT)


def answer_problems(facts: Facts, bank: Bank) -> Iterator[Problem]:
    """The plans and the problems that do not stand one to one: a problem that no plan answers, a plan out of the order of the problems."""
    answered = Pairing.of(bank.reader).pairs(facts.intentions, facts.shortcomings)
    yield from _order_problems(facts, answered)
    yield from _unanswered_problems(facts, answered.values())


def _unanswered_problems(facts: Facts, answered: Collection[Shortcoming]) -> Iterator[Problem]:
    """The problems that no plan answers: what is to be done about them is the clerk's to say."""
    for problem in facts.shortcomings if facts.intentions else ():
        if not any(problem is one for one in answered):
            hint = "添一条打算，或在打算里写上同一个主题"
            yield Problem(Place(facts.name, problem.line), "unanswered", "这个问题没有打算回答", hint, Severity.HINT)


def _order_problems(facts: Facts, answered: Mapping[int, Shortcoming]) -> Iterator[Problem]:
    """The plans that answer a problem which stands before the one that an earlier plan answers: printed as they stand."""
    last = 0
    for n, problem in sorted(answered.items()):
        if problem.line < last:
            message = f"打算的先后同问题不一样：这一条答的是第{problem.line}行的问题，前面已经答到第{last}行"
            yield Problem(Place(facts.name, facts.intentions[n].line), "plan-order", message, "照问题的先后排，读的人好对照", Severity.HINT)
        last = max(last, problem.line)


def _place(facts: Facts, text: Text) -> Place:
    return Place(facts.name, text.origin.line, text.origin.column) if text.origin else Place(facts.name)


def _bare(wording: Formulation) -> str:
    return wording.text.strip("“”")
