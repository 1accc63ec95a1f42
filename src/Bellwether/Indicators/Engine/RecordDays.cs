using System.Runtime.CompilerServices;
using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>The days on which one record of an aggregate counts: one stretch from its dates and its time condition.</summary>
internal sealed class RecordDays(Pass pass, RecordsOf of)
{
    private readonly LastDays _last = of.Length is null ? default : pass.Tables.Of(of.Length);
    private readonly int _cutoff = pass.Cutoff;

    /// <summary>The stretch for one value of the anchor; false where there is none.</summary>
    /// <param name="day">The date it is counted by, known from <paramref name="seen"/> on.</param>
    /// <param name="sure">Turned to false where the days may be those, and nobody knows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Of(int first, int end, int day, int seen, long anchor, ref bool sure, out int lo, out int hi)
    {
        if (end > _cutoff) end = Days.None;
        (lo, hi) = (Math.Max(Math.Max(first, 0), seen), Spans.Ever);
        if (day == Days.None) return false;
        if (of.Open) sure &= Until(end, 0, ref hi);
        if (of.Anchor is not null && anchor == Cells.None) return false;        // whatever else is unknown
        if (Days.IsDate(day)) lo = Math.Max(lo, day);
        else sure = false;
        if (of.Anchor is not null && anchor == Cells.Unknown)
        {
            sure = false;
            return true;
        }
        // Of a spell that began nobody knows when, the end may still say that it was over.
        if (!Days.IsDate(day) && of.When is not (Language.When.OpenInLast or Language.When.OpenInWindow or Language.When.OpenOn)) return true;
        return When(first, day, end, (int)anchor, ref sure, ref hi);
    }

    private bool When(int first, int day, int end, int anchor, ref bool sure, ref int hi)
    {
        switch (of.When)
        {
            case Language.When.InLast:
                sure &= Until(_last[day], 0, ref hi);
                return true;
            case Language.When.AtMostAgo:
                sure &= Until(_last[day], 1, ref hi);
                return true;
            case Language.When.OpenInLast:
                if (end != Days.None) sure &= Until(_last[end], 0, ref hi);
                return true;
            case Language.When.InWindow when pass.Asked >= 0:
                return day <= pass.Asked && day >= FirstAsked();
            case Language.When.InWindow:
                hi = Math.Min(hi, pass.LetGo(day));
                return true;
            case Language.When.OpenInWindow:
                if (end == Days.Unknown) sure = false;
                if (pass.Asked >= 0) return first <= pass.Asked && (!Days.IsDate(end) || (end > first && end > FirstAsked()));
                if (Days.IsDate(end)) hi = end > first ? Math.Min(hi, pass.LetGo(end - 1)) : 0;
                return true;
            case Language.When.OpenOn:
                if (day > anchor) return false;
                if (end == Days.Unknown) sure = false;
                return !Days.IsDate(end) || end > anchor;
            case Language.When.WithinAfter: return day >= anchor && AtMost(day, _last[anchor], ref sure);
            case Language.When.UpToAfter: return AtMost(day, _last[anchor], ref sure);
            case Language.When.WithinBefore: return day < anchor && AtMost(anchor, _last[day], ref sure);
            case Language.When.Since: return day >= anchor;
            case Language.When.Before: return day < anchor;
            default: return true;
        }
    }

    private int FirstAsked() => Days.Of(Windows.Range(pass.Window, Days.Date(pass.Asked)).First);

    private static bool AtMost(int day, int last, ref bool sure)
    {
        if (Days.IsDate(last)) return day <= last;
        sure = false;
        return true;
    }

    /// <summary>Cuts at a last day plus so many; false where that day is unknown.</summary>
    private static bool Until(int last, int plus, ref int hi)
    {
        if (last == Days.Unknown) return false;
        if (Days.IsDate(last)) hi = Math.Min(hi, last + plus);
        return true;
    }
}
