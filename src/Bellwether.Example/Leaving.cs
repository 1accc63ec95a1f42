namespace Bellwether.Example;

/// <summary>Those who leave care at sixteen or later: eligibility, contact, home and occupation, looked at twice a year until twenty-one.</summary>
internal static class Leaving
{
    public static void Run(Case c, DateOnly start, DateOnly end)
    {
        var r = c.Rng;
        var sixteen = c.Child.Born.AddYears(16);
        if (end < sixteen || Scene.Later(sixteen, start).AddDays(91) > end) return;
        var day = Scene.Later(sixteen, start).AddDays(91);
        while (day <= c.Scene.To && day < c.Child.Born.AddYears(21).AddDays(40))
        {
            var eligibility = day >= c.Adult ? "Former Relevant" : day < end ? "Eligible" : "Relevant";
            Add(c, day, eligibility);
            var next = day.AddDays(r.Between(150, 200));
            // A fresh look on each birthday keeps the state right at 17, 18, 19, 20 and 21.
            var birthday = c.Child.Born.AddYears(c.AgeOn(day) + 1).AddDays(r.Between(-10, 20));
            day = birthday > day.AddDays(20) && birthday < next ? birthday : next;
        }
    }

    private static void Add(Case c, DateOnly day, string eligibility)
    {
        var r = c.Rng;
        var from = c.Enter(day);
        var young = c.AgeOn(day) < 19;
        var touch = r.Chance(young ? 950 : 930) ? "YES" : r.Pick(["NO", "NO", "REFU", "NREQ"]);
        var known = touch == "YES";
        var accommodation = !known ? "R" : young ? r.Pick(["Z", "D", "D", "E", "B", "C", "U"]) : r.Pick(["U", "U", "U", "Z", "B", "D", "K", "S", "X", "E"]);
        var suitable = !known ? "" : accommodation is "S" or "X" ? "2" : r.Chance(975) ? "1" : "2";
        var activity = !known ? "" : young
            ? r.Pick(["F2", "F2", "F2", "F2", "F2", "F5", "F4", "G5", "G5", "G4"])
            : r.Pick(["F2", "F2", "F2", "F1", "F5", "F5", "P5", "G5", "G5", "G5", "G4", "G6"]);
        var contact = day.AddDays(-r.Spread((700, 0, 40), (250, 41, 70), (50, 71, 160)));
        var review = day.AddDays(-r.Spread((800, 0, 150), (200, 151, 330)));
        c.World.Leavers.Add(new LeaverState(c.Child, from, eligibility, touch, new Entry(contact, from.Recorded), accommodation, suitable, activity, new Entry(review, from.Recorded)));
    }
}
