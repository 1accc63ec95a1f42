using Bellwether.Calendar;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>Finds the cases of a pass, a block at a time; a child's cases stay in one block.</summary>
internal sealed class CaseFinding
{
    private const int BlockSize = 512;

    private readonly Pass _pass;
    private readonly Places? _places;
    private readonly BoundIndicator _indicator;
    private readonly Expressions _expressions;
    private readonly int _first, _last;
    private readonly byte[] _counts = new byte[DayTables.Size];

    /// <param name="pass">What it stands on.</param>
    /// <param name="places">The days asked; cases that count on none of them are left out. Null for every day.</param>
    /// <param name="expressions">Of the pass.</param>
    public CaseFinding(Pass pass, Places? places, Expressions expressions)
    {
        (_pass, _places, _indicator, _expressions) = (pass, places, pass.Indicator, expressions);
        // What lasts for a length has to be seen from its beginning.
        var isWhole = places is null || TreeWalk.Nodes(_indicator).SelectMany(TreeWalk.All).Any(n => n is ForLength);
        (_first, _last) = isWhole ? (0, Spans.Ever - 1) : (places!.First, places.Last);
    }

    /// <summary>Spells from a row on, with their days; gives the row after the last looked at.</summary>
    public int Open(int row, int end, Block cases)
    {
        var rows = _pass.Rows(_indicator.Kind);
        var (subject, starts, ends, cutoff, isOpen) = (rows.Subject, rows.First, rows.End, _pass.Cutoff, _indicator.Form == CaseForm.Open);
        var count = 0;
        for (; row < end && (count < BlockSize || subject[row] == subject[row - 1]); row++)
        {
            var (from, to) = (starts[row], ends[row]);
            to = to == Days.None || to > cutoff ? Spans.Ever : isOpen || to == Days.Unknown ? to : Until(from, to);
            cases.Put(count, row, subject[row], Math.Max(from, _first), Math.Min(to, _last + 1), from);
            // Which spells count is as good as random: no branch, the next is put over one that doesn't. An end nobody knows is below 0,
            // and such a spell counted nowhere.
            count += (from >= 0 & from <= cutoff & from < to & (_places is null || _places.Place(from) < _places.Place(to))) ? 1 : 0;
        }
        cases.Count = count;
        return row;
    }

    /// <summary>The first day on which a spell that has ended counts no longer.</summary>
    private int Until(int start, int end) =>
        _indicator.Form == CaseForm.OpenInLast ? _pass.Tables.Add(new Length(_indicator.Span!.Value, ""), end)
        : end > start ? _pass.LetGo(end - 1) : start;

    /// <summary>Dated cases with their day; what has none or counts on no day asked is left out.</summary>
    public int Dated(int row, int end, Block cases)
    {
        var rows = _pass.Rows(_indicator.Kind);
        var (subject, starts, latest) = (rows.Subject, rows.Kind.Shape == Codes.RecordShape.Entity ? null : rows.First, Math.Min(_pass.Cutoff, _pass.Horizon));
        var own = _indicator.Dates is [FieldOf date] && FieldReading.IsOwn(date) ? rows.Field(date.Field) : null;
        var (count, dates) = (0, own is null ? _indicator.Dates.Count : 1);
        for (; row < end && (count < BlockSize || subject[row] == subject[row - 1]); row++)
        {
            var start = starts is null ? 0 : starts[row];
            if (start == Days.None || start > latest || (own is not null && !Counts(own[row]))) continue;
            for (var d = 0; d < dates; d++) cases.Put(count++, row, subject[row], _pass.Horizon, _pass.Horizon + 1, own is null ? Days.Unknown : own[row]);
        }
        cases.Count = count;
        if (own is not null) return row;
        for (var d = 0; d < dates; d++)
        {
            var days = _expressions.Still(_indicator.Dates[d], cases);
            for (var i = d; i < cases.Count; i += dates) cases.Date[i] = (int)days.At(i, _pass.Horizon);
        }
        var kept = 0;
        for (var i = 0; i < cases.Count; i++)
            if (Counts(cases.Date[i])) cases.Move(i, kept++);
        cases.Count = kept;
        return row;
    }

    /// <summary>True where what is dated so counts on a day asked.</summary>
    private bool Counts(int day)
    {
        if (DayTables.Index(day) is not (>= 0 and var at)) return IsCounted(day);
        if (_counts[at] == 0) _counts[at] = IsCounted(day) ? (byte)2 : (byte)1;
        return _counts[at] == 2;
    }

    private bool IsCounted(int day) =>
        day >= 0 && day <= _pass.Horizon && (_places is null || _places.Place(day) < _places.Place(_pass.LetGo(day)));
}
