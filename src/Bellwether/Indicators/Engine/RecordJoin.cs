using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Engine;

/// <summary>
/// The records an aggregate looks at, as (case, record) pairs, and for each pair the days on which the record counts: one stretch from
/// its time condition, cut by its <c>where</c>. Pairs that can't matter on the cases' own days are dropped before <c>where</c> is asked.
/// </summary>
internal sealed class RecordJoin(Pass pass, Expressions expressions)
{
    private int[] _lo = new int[64], _hi = new int[64];
    private bool[] _sure = new bool[64];

    /// <summary>The pairs, with the days on which each counts; <see cref="Block.Date"/> is the record's own date.</summary>
    public (Block Pairs, Truth Counts) Of(RecordsOf records, Block cases)
    {
        var anchor = records.Anchor is null ? null : expressions.Still(records.Anchor, cases);
        var isOneStretch = anchor is null or { Flat: true };
        if (records.By is null && isOneStretch) return Told(records, Joined(records, cases, anchor));
        var pairs = Candidates(records, cases);
        var by = records.By is null ? null : expressions.Still(records.By, pairs);
        return Told(records, isOneStretch ? Stretches(records, cases, pairs, by, anchor) : (pairs, ByStep(records, pairs, by, anchor!)));
    }

    /// <summary>
    /// The days on which any record counts, where that can be read off their own dates without pairs: nothing asked of the records themselves,
    /// one anchor a case, everything known. Null where it can't.
    /// </summary>
    public Spans? Union(RecordsOf records, Block cases)
    {
        if (records.By is not null || records.Where is not null) return null;
        var anchor = records.Anchor is null ? null : expressions.Still(records.Anchor, cases);
        if (anchor is { Flat: false }) return null;
        var rows = pass.Rows(records.Kind);
        var (firsts, ends, cutoff) = (rows.First, records.Kind.Shape == RecordShape.Spell ? rows.End : null, pass.Cutoff);
        var index = pass.BySubject(cases.Kind, records.Kind);
        var its = records.Its ? rows.Field(records.Kind.LinkTo(cases.Kind.Name)) : null;
        var days = new RecordDays(pass, records);
        var into = pass.Scratch.Spans().Lists();
        var (subjects, froms, tos, offset) = (cases.Subject, cases.From, cases.To, index.Offset);
        for (var i = 0; i < cases.Count; i++)
        {
            var (subject, from, to, count, isSorted) = (subjects[i], froms[i], tos[i], 0, true);
            var (at, seen) = anchor is null ? (0, 0) : (anchor.Value[i], anchor.Seen[i]);
            var (n, next) = subject < 0 ? (0, 0) : (offset[subject], offset[subject + 1]);
            for (; n < next; n++)
            {
                var r = index.Row is null ? n : index.Row[n];
                var first = firsts[r];
                if (first >= to && index.Row is null) break;        // of one subject they stand in order of time
                if (first == Days.None || first > cutoff || first >= to) continue;
                if (its is not null && its[r] != cases.Row[i]) continue;
                var sure = true;
                if (!days.Of(first, ends is null ? Days.None : ends[r], first, 0, at, ref sure, out var lo, out var hi)) continue;
                lo = Math.Max(lo, seen);
                if (lo >= hi || lo >= to || hi <= from) continue;
                if (!sure) return null;
                if (count == _lo.Length) Keep(count, 0, 0, true);
                (_lo[count], _hi[count]) = (lo, hi);
                isSorted &= count == 0 || _lo[count - 1] <= lo;
                count++;
            }
            if (!isSorted) Array.Sort(_lo, _hi, 0, count);
            for (var k = 0; k < count; k++) into.Add(_lo[k], _hi[k]);
            into.Close();
        }
        return into;
    }

    private (Block Pairs, Truth Counts) Told(RecordsOf records, (Block Pairs, Truth When) joined)
    {
        var (pairs, when) = joined;
        if (records.Where is null) return (pairs, when);
        var where = expressions.Truth(records.Where, pairs);
        var yes = SpanAlgebra.And(when.Yes, where.Yes, pass.Scratch.Spans());
        return (pairs, new Truth(yes, when.Sure && where.Sure ? yes : SpanAlgebra.And(when.Maybe, where.Maybe, pass.Scratch.Spans())));
    }

    /// <summary>
    /// Where the met of a definition asks for something within or up to a length after a date: the days through the last of them, on
    /// which the case is still running.
    /// </summary>
    public Spans Running(IReadOnlyList<RecordsOf> limits, Block cases)
    {
        Spans? all = null;
        foreach (var limit in limits)
        {
            var anchor = expressions.Still(limit.Anchor!, cases);
            var days = pass.Scratch.Spans().Lists();
            for (var i = 0; i < cases.Count; i++)
            {
                var from = 0;
                for (var reader = new StepReader(anchor, i); ; reader.Next())
                {
                    if (reader.Value >= 0)
                    {
                        var last = pass.Tables.Add(limit.Length!, (int)reader.Value);
                        if (Days.IsDate(last)) days.Add(from, Math.Min(reader.Until, last + 1));
                    }
                    from = reader.Until;
                    if (from == Spans.Ever) break;
                }
                days.Close();
            }
            all = all is null ? days : SpanAlgebra.Or(all, days, pass.Scratch.Spans());
        }
        return all ?? SpanAlgebra.Same(pass.Scratch.Spans(), cases.Count, 0, 0);
    }

    /// <summary>Every record of each case's subject (its own, where asked) that is known at all.</summary>
    private Block Candidates(RecordsOf records, Block cases)
    {
        var rows = pass.Rows(records.Kind);
        var index = pass.BySubject(cases.Kind, records.Kind);
        var its = records.Its ? rows.Field(records.Kind.LinkTo(cases.Kind.Name)) : null;
        var pairs = pass.Scratch.Block().Begin(records.Kind, cases);
        for (var i = 0; i < cases.Count; i++)
        {
            if (cases.Subject[i] < 0) continue;
            for (var n = index.Offset[cases.Subject[i]]; n < index.Offset[cases.Subject[i] + 1]; n++)
            {
                var r = index.Row is null ? n : index.Row[n];
                var first = rows.First[r];
                if (first == Days.None || first > pass.Cutoff || first >= cases.To[i]) continue;
                if (its is not null && its[r] != cases.Row[i]) continue;
                pairs.Add(r, cases.Subject[i], cases.From[i], cases.To[i], i);
            }
        }
        return pairs;
    }

    /// <summary>The same, counted by their own date, with one stretch each; those without one on the case's days never become pairs.</summary>
    private (Block Pairs, Truth When) Joined(RecordsOf records, Block cases, Cells? anchor)
    {
        var rows = pass.Rows(records.Kind);
        var (firsts, ends) = (rows.First, records.Kind.Shape == RecordShape.Spell ? rows.End : null);
        var index = pass.BySubject(cases.Kind, records.Kind);
        var its = records.Its ? rows.Field(records.Kind.LinkTo(cases.Kind.Name)) : null;
        var pairs = pass.Scratch.Block().Begin(records.Kind, cases);
        var days = new RecordDays(pass, records);
        var allSure = true;
        for (var i = 0; i < cases.Count; i++)
        {
            var subject = cases.Subject[i];
            if (subject < 0) continue;
            var (from, to) = (cases.From[i], cases.To[i]);
            var (at, seen) = anchor is null ? (0, 0) : (anchor.Value[i], anchor.Seen[i]);
            for (int n = index.Offset[subject], next = index.Offset[subject + 1]; n < next; n++)
            {
                var r = index.Row is null ? n : index.Row[n];
                var first = firsts[r];
                if (first >= to && index.Row is null) break;        // of one subject they stand in order of time
                if (first == Days.None || first > pass.Cutoff || first >= to) continue;
                if (its is not null && its[r] != cases.Row[i]) continue;
                var sure = true;
                if (!days.Of(first, ends is null ? Days.None : ends[r], first, 0, at, ref sure, out var lo, out var hi)) continue;
                lo = Math.Max(lo, seen);
                if (lo >= hi || lo >= to || hi <= from) continue;
                pairs.Add(r, subject, from, to, i);
                pairs.Date[pairs.Count - 1] = first;
                Keep(pairs.Count - 1, lo, hi, sure);
                allSure &= sure;
            }
        }
        return (pairs, Kept(pairs.Count, allSure));
    }

    /// <summary>One stretch a pair; pairs without one on the case's days are taken out.</summary>
    private (Block Pairs, Truth When) Stretches(RecordsOf records, Block cases, Block pairs, Cells? by, Cells? anchor)
    {
        var kept = 0;
        var days = new RecordDays(pass, records);
        var allSure = true;
        for (var p = 0; p < pairs.Count; p++)
        {
            var i = pairs.Up[p];
            var sure = true;
            if (!Stretch(records, days, pairs, p, by, anchor is null ? 0 : anchor.Value[i], ref sure, out var lo, out var hi)) continue;
            if (anchor is not null) lo = Math.Max(lo, anchor.Seen[i]);
            if (lo >= hi || lo >= cases.To[i] || hi <= cases.From[i]) continue;
            pairs.Move(p, kept);
            Keep(kept++, lo, hi, sure);
            allSure &= sure;
        }
        pairs.Count = kept;
        return (pairs, Kept(kept, allSure));
    }

    private void Keep(int pair, int lo, int hi, bool sure)
    {
        if (pair >= _lo.Length)
        {
            _lo = Scratch.Room(_lo, pair);
            _hi = Scratch.Room(_hi, pair);
            _sure = Scratch.Room(_sure, pair);
        }
        (_lo[pair], _hi[pair], _sure[pair]) = (lo, hi, sure);
    }

    private Truth Kept(int count, bool allSure)
    {
        var maybe = pass.Scratch.Spans().Compact(count);
        _lo.AsSpan(0, count).CopyTo(maybe.From);
        _hi.AsSpan(0, count).CopyTo(maybe.To);
        if (allSure) return new Truth(maybe, maybe);
        var yes = pass.Scratch.Spans().Compact(count);
        for (var p = 0; p < count; p++) (yes.From[p], yes.To[p]) = (_lo[p], _sure[p] ? _hi[p] : _lo[p]);
        return new Truth(yes, maybe);
    }

    /// <summary>The date that anchors the condition moves with the day: each of its values gives a stretch of its own.</summary>
    private Truth ByStep(RecordsOf records, Block pairs, Cells? by, Cells anchor)
    {
        var yes = pass.Scratch.Spans().Lists();
        var maybe = pass.Scratch.Spans().Lists();
        var days = new RecordDays(pass, records);
        for (var p = 0; p < pairs.Count; p++)
        {
            var from = 0;
            for (var reader = new StepReader(anchor, pairs.Up[p]); ; reader.Next())
            {
                var sure = true;
                if (Stretch(records, days, pairs, p, by, reader.Value, ref sure, out var lo, out var hi))
                {
                    maybe.Add(Math.Max(lo, from), Math.Min(hi, reader.Until));
                    if (sure) yes.Add(Math.Max(lo, from), Math.Min(hi, reader.Until));
                }
                from = reader.Until;
                if (from == Spans.Ever) break;
            }
            yes.Close();
            maybe.Close();
        }
        return new Truth(yes, maybe);
    }

    private bool Stretch(RecordsOf of, RecordDays days, Block pairs, int p, Cells? by, long anchor, ref bool sure, out int lo, out int hi)
    {
        var rows = pass.Rows(of.Kind);
        var row = pairs.Row[p];
        var (day, seen) = by is null ? (rows.First[row], 0) : ((int)by.At(p, Spans.Ever - 1), by.Flat ? by.Seen[p] : 0);
        pairs.Date[p] = day;
        return days.Of(rows.First[row], of.Kind.Shape == RecordShape.Spell ? rows.End[row] : Days.None, day, seen, anchor, ref sure, out lo, out hi);
    }
}
