namespace Bellwether.Example;

/// <summary>
/// Gives every stage of every case a worker, day by day. Most are taken the same day; some wait in the duty tray, with a manager, with an assistant who is
/// not qualified, or with nobody, and more do so when a team is over its caseload.
/// </summary>
internal sealed class Allocation(Scene scene, ulong seed)
{
    private readonly Rng _rng = new(seed, 3);
    private readonly Staff _staff = new(scene, seed);
    private readonly Dictionary<DateOnly, List<Action<DateOnly>>> _diary = [];
    private readonly Dictionary<(int, string), Seat> _siblings = [];
    private readonly Dictionary<string, int> _work = Council.Teams.ToDictionary(t => t.Code, _ => 0);
    private readonly List<Holding> _open = [];
    private Dictionary<string, Referral> _referrals = [];

    // Twice the council lost its grip: disabled children's cases went to an assistant waiting for her registration, and a team lost its workers at once.
    private static readonly (DateOnly From, DateOnly To, string Team, int Cases, bool Assistant)[] Lapses =
        [(new(2024, 5, 7), new(2024, 7, 10), "DCT", 11, true), (new(2025, 11, 17), new(2025, 12, 19), "CS4", 48, false)];

    public void Run(DateOnly from)
    {
        _referrals = scene.World.Referrals.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var stage in scene.Stages)
        {
            if (stage.End <= from) continue;
            Note(Scene.Later(stage.Start, from), day => Begin(new Holding(stage), day));
        }
        _staff.Begin(from);
        for (var day = from; day <= scene.To; day = day.AddDays(1))
        {
            if (day.Day == 1 || day == from) PlanMonth(day);
            if (day == Council.TeamClosedOn) Close(Array.Find(Council.Teams, t => t.ClosedOn is not null)!, day);
            foreach (var lapse in Lapses)
                if (day == lapse.From) Lapse(lapse.Team, (int)(lapse.Cases * scene.World.Size), lapse.Assistant, day, lapse.To);
            if (_diary.Remove(day, out var entries))
                for (var i = 0; i < entries.Count; i++) entries[i](day);
            if (day.AddDays(1).Day == 1 && day >= scene.World.From) _staff.Count(day);
        }
        foreach (var h in _open)
            if (h.Open) Emit(h, null, "");
        _staff.Finish();
    }

    private void Note(DateOnly day, Action<DateOnly> act)
    {
        if (!_diary.TryGetValue(day, out var list)) _diary[day] = list = [];
        list.Add(act);
    }

    private void PlanMonth(DateOnly day)
    {
        // Before the first day there is nobody: hire for what is about to start.
        var starting = _open.Count == 0 && _diary.TryGetValue(day, out var d) ? d.Count : 0;
        foreach (var (when, leaver, hireFor) in _staff.Plan(day, code => starting > 0 ? starting / Council.Teams.Length : _work[code]).ToArray())
        {
            if (leaver is not null) Note(when, on => Leave(leaver, on));
            else if (starting > 0) _staff.Hire(hireFor, day);
            else Note(when, on => { if (!(Council.TeamOf(hireFor).ClosedOn <= on)) _staff.Hire(hireFor, on); });
        }
    }

    private void Begin(Holding h, DateOnly day)
    {
        if (Council.TeamOf(h.Team).ClosedOn <= day) h.Team = Council.TeamOf(h.Team).Successor;
        _work[h.Team]++;
        h.Open = true;
        _open.Add(h);
        if (h.Stage.End <= scene.To) Note(h.Stage.End, on => End(h, on));
        Place(h, day, true);
        if (h.Team.StartsWith("CS", StringComparison.Ordinal) && _rng.Chance(60)) Support(h, day);
    }

    private void Place(Holding h, DateOnly day, bool fresh)
    {
        h.Since = day;
        h.Noted = true;
        var busy = Busy(h.Team);
        var wait = h.Team == "FD" ? (fresh ? 110 : 20) : (fresh ? 38 : 150) + (busy ? 90 : 0);
        if (!_rng.Chance(wait)) { Give(h, Choose(h)); return; }
        var until = day;
        if (h.Team == "FD")
        {
            Give(h, _rng.Chance(850) ? _staff.Tray : null);
            until = OfficeDays.After(day, _rng.Between(1, 2));
        }
        else
        {
            var how = _rng.Weighted(380, 110, 510);
            Give(h, how == 0 ? _staff.Managers[h.Team] : how == 1 ? _staff.Assistants[h.Team] : null);
            until = OfficeDays.After(day, how == 1 ? _rng.Between(5, 25) : _rng.Spread((700, 1, 6), (250, 7, 15), (50, 16, 35)));
        }
        if (h.Seat is null) h.Noted = _rng.Chance(500);
        Note(until, on => Handover(h, on));
    }

    private bool Busy(string team)
    {
        var fte = _staff.Workers[team].Sum(s => s.Worker.Fte);
        return fte == 0 || _work[team] / fte > 24;
    }

    private void Handover(Holding h, DateOnly day)
    {
        if (!h.Open || (h.Seat is { } s && _staff.Workers[h.Team].Contains(s))) return;
        Emit(h, day, h.Seat is null ? "" : "MANAGE");
        Release(h);
        h.Since = day;
        h.Noted = true;
        Give(h, Choose(h));
    }

    private static void Give(Holding h, Seat? seat)
    {
        h.Seat = seat;
        seat?.Held.Add(h);
    }

    private static void Release(Holding h)
    {
        h.Seat?.Held.Remove(h);
        h.Seat = null;
    }

    // The desk with the least on it, or the one that has the brothers and sisters.
    private Seat? Choose(Holding h)
    {
        var key = (h.Stage.Sibling, h.Team);
        if (_siblings.TryGetValue(key, out var known) && !known.Gone && known.Load < 28) return known;
        Seat? best = null;
        foreach (var seat in _staff.Workers[h.Team])
            if (best is null || seat.Load < best.Load) best = seat;
        if (best is not null) _siblings[key] = best;
        return best;
    }

    private void End(Holding h, DateOnly day)
    {
        Emit(h, day, "");
        Release(h);
        h.Open = false;
        _work[h.Team]--;
    }

    private void Leave(Seat seat, DateOnly day)
    {
        if (seat.Gone) return;
        _staff.Leave(seat, day);
        foreach (var h in seat.Held.ToArray())
        {
            Emit(h, day, "LEFTRL");
            Release(h);
            Place(h, day, false);
        }
    }

    private void Close(Team team, DateOnly day)
    {
        foreach (var seat in _staff.Workers[team.Code].ToArray())
        {
            var held = seat.Held.ToArray();
            var moved = _staff.Move(seat, team.Successor, day);
            foreach (var h in held) Transfer(h, moved, team.Successor, day);
        }
        foreach (var h in _open.Where(h => h.Open && h.Team == team.Code).ToArray())
            Transfer(h, h.Seat is { } s && s == _staff.Managers[team.Code] ? _staff.Managers[team.Successor] : null, team.Successor, day);
        foreach (var seat in new[] { _staff.Managers[team.Code], _staff.Assistants[team.Code] }) _staff.Leave(seat, day);
    }

    private void Transfer(Holding h, Seat? seat, string team, DateOnly day)
    {
        Emit(h, day, "ORGRST");
        Release(h);
        _work[h.Team]--;
        _work[team]++;
        (h.Team, h.Since, h.Noted) = (team, day, true);
        Give(h, seat);
        if (seat is null || seat == _staff.Managers[team]) Note(day.AddDays(2), on => Handover(h, on));
    }

    private void Lapse(string team, int cases, bool assistant, DateOnly day, DateOnly until)
    {
        foreach (var h in _open.Where(h => h.Open && h.Team == team && h.Seat is not null && h.Stage.End > until).Take(Math.Max(1, cases)).ToArray())
        {
            Emit(h, day, "OTHERS");
            Release(h);
            h.Since = day;
            Give(h, assistant ? _staff.Assistants[team] : null);
            h.Noted = assistant || _rng.Chance(500);
            Note(assistant ? until : until.AddDays(-_rng.Between(0, 12)), on => Handover(h, on));
        }
    }

    // A family support worker beside the case worker: a role that allocates nothing.
    private void Support(Holding h, DateOnly day)
    {
        var end = day.AddDays(_rng.Between(20, 120));
        if (end > h.Stage.End) end = h.Stage.End;
        Add(_staff.Assistants[h.Team].Worker, "FSW", h, day, end > scene.To ? null : end, "");
    }

    private void Emit(Holding h, DateOnly? end, string reason)
    {
        if (end == h.Since || (h.Seat is null && !h.Noted)) return;
        Add(h.Seat?.Worker, "CW", h, h.Since, end, reason);
    }

    private void Add(Worker? worker, string role, Holding h, DateOnly start, DateOnly? end, string reason)
    {
        if (end < scene.World.From) return;
        var referral = _referrals[h.Stage.ReferralId];
        // A handover is one entry, and so are a case's first day and its closing.
        var began = role == "CW" && h.Last is { } last && last.On == start ? last : start == referral.Made.On ? referral.Made : Scene.Promptly(_rng, start, referral.Made.Recorded);
        Entry? ended = end is not { } e ? null : referral.Closed is { } c && c.On == e && c.Recorded >= began.Recorded ? c : Scene.Promptly(_rng, e, began.Recorded);
        if (role == "CW") h.Last = ended;
        scene.World.Involvements.Add(new Involvement(scene.Id("INV"), worker, role, h.Team, h.Stage.Child, h.Stage.ReferralId, began, ended, reason));
    }
}
