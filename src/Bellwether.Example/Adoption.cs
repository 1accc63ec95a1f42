namespace Bellwether.Example;

/// <summary>The true dates of one adoption journey.</summary>
internal sealed record AdoptionDates(DateOnly Sole, DateOnly Decision, DateOnly Order, DateOnly Matched, DateOnly? Placed, DateOnly? Reversed, DateOnly Made, bool ByCarer);

/// <summary>Care plans and permanence: adoption as one of several options, then alone; decision, order, match, placing, and the order that ends care.</summary>
internal static class Adoption
{
    private static readonly string[] Others = ["RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV", "OTHERPLN"];

    /// <summary>Makes the dates. One in ten is reversed, and the child stays in care.</summary>
    public static CareEnd Plan(CareTrack t)
    {
        var r = t.Rng;
        var start = t.Start.On;
        var limit = start.AddMonths(4);
        var sole = r.Chance(Levels.At(Level.SolePlan, start, t.Case.District)) ? start.AddDays(r.Between(75, limit.DayNumber - start.DayNumber))
            : r.Chance(340) ? limit.AddDays(r.Between(1, 30)) : limit.AddDays(r.Between(31, 260));
        var decision = OfficeDays.After(sole, r.Between(8, 45));
        var order = OfficeDays.After(decision, r.Between(15, 90));
        var matched = OfficeDays.After(order, r.Spread((500, 20, 90), (500, 91, 260)));
        var reversed = r.Chance(110) ? order.AddDays(r.Between(150, 420)) : (DateOnly?)null;
        if (reversed < matched.AddDays(20)) matched = DateOnly.MaxValue;
        DateOnly? placed = matched == DateOnly.MaxValue || reversed is not null ? null : matched.AddDays(r.Between(8, 32));
        var made = placed is { } p ? p.AddDays(r.Between(140, 380)) : DateOnly.MaxValue;
        t.Adoption = new AdoptionDates(sole, decision, order, matched, placed, reversed, made, r.Chance(140));
        Write(t, t.Adoption);
        return reversed is null ? CareEnd.Adopted : CareEnd.Adult;
    }

    private static void Write(CareTrack t, AdoptionDates a)
    {
        var r = t.Rng;
        var first = OfficeDays.After(t.Start.On, r.Between(12, 20));
        var several = t.Start.On.AddDays(r.Between(45, 74));
        Add(t, first, several, [r.Pick(["RETURN1M", "RETURN6M"])]);
        Add(t, several, a.Sole, ["ADOPTION", r.Pick(["RETURN6M", "LTRELFR", "RESPLMT"])]);
        Add(t, a.Sole, a.Reversed ?? a.Made, ["ADOPTION"]);
        if (a.Reversed is { } reversed) Add(t, reversed, DateOnly.MaxValue, ["LTFOST18"]);
    }

    /// <summary>The plans of a child not on the way to adoption.</summary>
    public static void OtherPlans(CareTrack t)
    {
        if (t.Adoption is not null) return;
        var r = t.Rng;
        var day = OfficeDays.After(t.Start.On, r.Between(8, 22));
        string last = "";
        for (var n = 0; n < 3 && day < t.Until; n++)
        {
            var next = n == 2 ? DateOnly.MaxValue : day.AddDays(n == 0 ? r.Between(60, 110) : r.Between(150, 400));
            var option = t.Kind switch
            {
                CareEnd.Home or CareEnd.Later => n == 0 ? "RETURN1M" : "RETURN6M",
                CareEnd.Guardian => n == 0 ? "RETURN6M" : "LTRELFR",
                CareEnd.Adult => t.AgeOn(day) >= 16 ? "SUPPLIV" : n == 0 ? "RETURN6M" : "LTFOST18",
                _ => Others[r.Below(Others.Length)],
            };
            if (option != last) Add(t, day, next, r.Chance(120) && option != "OTHERPLN" ? [option, "OTHERPLN"] : [option]);
            last = option;
            day = next;
        }
    }

    private static void Add(CareTrack t, DateOnly from, DateOnly to, string[] options)
    {
        if (from >= t.Case.Scene.To || from >= to) return;
        var start = Scene.Enter(t.Rng, from, t.Start.Recorded);
        var stop = t.EndsOn == default ? to : Scene.Earlier(to, t.EndsOn);
        t.Case.World.CarePlans.Add(new CarePlan(t.Case.Scene.Id("LCP"), t.Case.Child, start, t.Case.Scene.End(t.Rng, stop, start), options));
    }

    /// <summary>The permanence record of a finished or running track.</summary>
    public static void Record(CareTrack t)
    {
        if (t.Adoption is not { } a)
        {
            if (t.Kind != CareEnd.Guardian || t.Period.End is not { } end) return;
            t.Case.World.Permanence.Add(new Permanence(t.Case.Scene.Id("PRM"), t.Period)
            { Made = end, MadeType = t.Period.EndReason == "E41" ? "Child Arrangements Order" : "Special Guardianship" });
            return;
        }
        Entry? On(DateOnly? day) => day is { } d && d < t.EndsOn.AddDays(1) ? t.Case.Scene.End(t.Rng, d, t.Start) : null;
        if (On(a.Decision) is not { } decision) return;
        var adopted = t.Kind == CareEnd.Adopted;
        t.Case.World.Permanence.Add(new Permanence(t.Case.Scene.Id("PRM"), t.Period)
        {
            Decision = decision,
            Order = On(a.Order),
            Matched = On(a.Matched),
            Placed = On(a.Placed),
            Reversed = On(a.Reversed),
            Made = adopted ? On(a.Made) : null,
            MadeType = adopted ? "Adoption" : "",
            ByCarer = a.ByCarer,
        });
    }
}
