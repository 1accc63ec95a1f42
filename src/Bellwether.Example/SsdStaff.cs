using System.Globalization;

namespace Bellwether.Example;

/// <summary>Involvements, professionals and departments. No worker has a name here; the agency flag is empty, as it is everywhere today.</summary>
internal static class SsdStaff
{
    public static void Write(Extract x, Action<string, CsvSheet> save)
    {
        var involvements = new CsvSheet("invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,invo_referral_id");
        var workers = new HashSet<Worker>();
        foreach (var i in x.World.Involvements)
        {
            if (!x.Has(i.Start, i.End)) continue;
            if (i.Worker is { } w) workers.Add(w);
            involvements.Row(i.Id, i.Worker?.Id ?? "", i.Role, i.Team, x.Of(i.Child, i.Start.On), Extract.Day(i.Start.On), x.Day(i.End), x.Ended(i.End) ? i.Reason : "", i.ReferralId);
        }
        save("involvements", involvements);
        save("professionals", Professionals(x, workers));
        save("department", Departments(x));
    }

    private static CsvSheet Professionals(Extract x, HashSet<Worker> workers)
    {
        var t = new CsvSheet("prof_professional_id,prof_staff_id,prof_professional_name,prof_social_worker_registration_no,prof_agency_worker_flag,prof_professional_job_title,prof_professional_caseload,prof_professional_department,prof_full_time_equivalency");
        var september = new DateOnly(x.On.Month > 9 || (x.On.Month == 9 && x.On.Day == 30) ? x.On.Year : x.On.Year - 1, 9, 30);
        var held = x.World.Involvements.Where(i => i.Role == "CW" && i.Worker is not null && i.Start.On <= september && (i.End is not { } e || e.On > september))
            .GroupBy(i => i.Worker!).ToDictionary(g => g.Key, g => g.Count());
        foreach (var w in x.World.Workers)
        {
            if (!workers.Contains(w) && !w.Posts.Exists(p => p.Start <= x.On && p.End is null)) continue;
            var post = w.Posts.Where(p => p.Start <= x.On).LastOrDefault() ?? w.Posts[0];
            t.Row(w.Id, "S" + w.Id, "", w.Registration, "", w.Title, held.GetValueOrDefault(w).ToString(CultureInfo.InvariantCulture), post.Team, w.Fte.ToString("0.0#", CultureInfo.InvariantCulture));
        }
        return t;
    }

    private static CsvSheet Departments(Extract x)
    {
        var t = new CsvSheet("dept_team_id,dept_team_name,dept_team_parent_id,dept_team_parent_name");
        foreach (var team in Council.Teams)
            t.Row(team.Code, team.NameOn(x.On), team.Parent, Array.Find(Council.Services, s => s.Code == team.Parent).Name);
        foreach (var (code, name) in Council.Services) t.Row(code, name, "CS", "Children's Services");
        return t;
    }
}
