using System.Globalization;

namespace Bellwether.Example;

/// <summary>
/// Writes what no standard holds, as a council's own CSVs: placement meetings, return interviews, plan status, staffing, establishment, merged ids and a few
/// older values. Only what had been entered by the day of the extract is in them.
/// </summary>
public static class LocalCsvs
{
    /// <returns>The number of rows written.</returns>
    public static int Write(World world, DateOnly extractedOn, string folder)
    {
        Directory.CreateDirectory(folder);
        var x = new Extract(world, extractedOn);
        var rows = 0;
        void Save(string name, CsvSheet sheet)
        {
            sheet.Save(folder, name + ".csv");
            rows += sheet.Rows;
        }
        var meetings = new CsvSheet("child_id,placement_start_date,meeting_date");
        foreach (var m in world.Meetings)
            if (m.Held.Recorded <= x.On && m.Placement.Start.On >= x.Since && m.Placement.Start.Recorded <= x.On)
                meetings.Row(x.Of(m.Placement.Period.Child, m.Placement.Period.Start.On), Extract.Day(m.Placement.Start.On), Extract.Day(m.Held.On));
        Save("placement_meetings", meetings);
        var interviews = new CsvSheet("child_id,missing_start_date,interview_date");
        foreach (var m in world.Missing)
            if (m.Interview is { } i && x.Has(i)) interviews.Row(x.Of(m.Child, m.Start.On), Extract.Day(m.Start.On), Extract.Day(i.On));
        Save("return_interviews", interviews);
        Save("cin_plan_status", PlanStatus(x));
        Save("staffing", Staffing(x));
        Save("establishment", Establishment(x));
        var merged = new CsvSheet("old_id,new_id,merged_on");
        foreach (var p in world.People)
            if (p.Former is { } f && f.MergedOn <= x.On) merged.Row(f.Id, p.Id, Extract.Day(f.MergedOn));
        Save("merged_ids", merged);
        Save("values", Values());
        return rows;
    }

    private static CsvSheet PlanStatus(Extract x)
    {
        var t = new CsvSheet("child_id,cin_plan_start_date,status,status_date");
        foreach (var p in x.World.NeedPlans)
        {
            if (!x.Has(p.Start, p.End)) continue;
            var id = x.Of(p.Referral.Child, p.Start.On);
            t.Row(id, Extract.Day(p.Start.On), "draft", Extract.Day(p.Start.On));
            if (x.Ended(p.Authorised)) t.Row(id, Extract.Day(p.Start.On), "authorised", x.Day(p.Authorised));
        }
        return t;
    }

    private static CsvSheet Staffing(Extract x)
    {
        var t = new CsvSheet("worker_id,team,role,fte,qualified,registration_no,agency,start_date,end_date");
        foreach (var p in x.World.Workers.SelectMany(w => w.Posts))
        {
            if (p.Start > x.On || p.Worker.Fte == 0 || p.End < x.Since) continue;
            var role = p.Worker.Title switch { "Team Manager" => "TM", "Social Work Assistant" => "SWA", _ => "SW" };
            t.Row(p.Worker.Id, p.Team, role, Number(p.Worker.Fte), Extract.Yes(p.Worker.Qualified), p.Worker.Registration, Extract.Yes(p.Worker.Agency), Extract.Day(p.Start), p.End is { } e && e <= x.On ? Extract.Day(e) : "");
        }
        return t;
    }

    private static CsvSheet Establishment(Extract x)
    {
        var t = new CsvSheet("as_at,team,role,established_fte,in_post_fte,agency_fte,vacant_fte,starters_fte,leavers_fte");
        foreach (var e in x.World.Establishment)
            if (e.AsAt <= x.On && e.AsAt >= x.Since)
                t.Row(Extract.Day(e.AsAt), e.Team, e.Role, Number(e.Established), Number(e.InPost), Number(e.Agency), Number(e.Vacant), Number(e.Starters), Number(e.Leavers));
        return t;
    }

    private static string Number(decimal n) => n.ToString("0.0#", CultureInfo.InvariantCulture);

    // Years before the first extract, as the council published them then. The period is the month at whose end the figure stood.
    private static CsvSheet Values()
    {
        var t = new CsvSheet("indicator,period,area,numerator,denominator,value,note");
        t.Row("referral-rate", "2016-03", "authority", "3342", "63910", "", "Published in the annual report");
        t.Row("referral-rate", "2017-03", "authority", "3391", "64220", "", "Published in the annual report");
        t.Row("referral-rate", "2018-03", "authority", "3420", "64500", "", "Published in the annual report");
        t.Row("re-referral", "2017-03", "authority", "712", "3391", "", "Published in the annual report");
        t.Row("re-referral", "2018-03", "authority", "735", "3420", "", "Published in the annual report");
        t.Row("children-looked-after", "2017-03", "authority", "421", "", "", "Published in the annual report");
        t.Row("children-looked-after", "2018-03", "authority", "430", "", "", "Published in the annual report");
        t.Row("long-term-stability", "2018-03", "authority", "", "", "66.0", "Only the percentage was kept");
        return t;
    }
}
