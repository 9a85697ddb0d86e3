"""The account of a draft: how long it is, how much of it is formula, which facts it uses, what is open."""

from __future__ import annotations

from generator.bank.phrase import Status
from generator.cli.drafting import Made
from generator.compose.account import blanks, length, shares, used
from generator.limits import PROBLEMS_SHOWN


def account(made: Made) -> str:
    """Characters and share of formula per section, facts used, blanks with their lines, other problems."""
    draft, given = made.draft, made.facts
    count, missing = used(draft.report, given)
    out = [f"全文 {length(draft.report)} 字" + (f"（要求 {given.length} 字）" if given.length else "")]
    out += [f"  {s.title}　{s.characters} 字，套语占 {s.share:.0%}" for s in shares(draft.report)]
    unread = sum(made.bank.phrases[c.phrase].status is Status.MINED for c in draft.choices if c.phrase)
    if unread:
        out.append(f"还没有人审过的用语 {unread} 条（不要用的加 --reviewed，审用 nigao bank review）")
    out.append(f"事实和自写的话 {count + len(missing)} 处，用上 {count} 处")
    empty = blanks(draft.report)
    if empty:
        out.append(f"空缺 {len(empty)} 处：")
        out += [f"  第 {origin.line} 行 {origin.path}" if origin.line else f"  {origin.path}：没有给" for origin in empty]
    found = [str(p) for p in draft.problems if p.code != "blank"]
    out += found[:PROBLEMS_SHOWN]
    if len(found) > PROBLEMS_SHOWN:
        out.append(f"这样的话共 {len(found)} 处，只列出前 {PROBLEMS_SHOWN} 处")
    return "\n".join(out)
