using Bellwether.Calendar;

namespace Bellwether.Example;

/// <summary>How a case system writes the Standard Safeguarding Dataset (data-formats.md section 1: the differences that its DDL comparison names).</summary>
public enum CaseSystem
{
    /// <summary>Every table and column, codes as codes.</summary>
    Standard,

    /// <summary>Other names for some ids, no child's id where a parent has it, and some columns and tables not at all.</summary>
    Mosaic,

    /// <summary>Scripts before 1.4.5: descriptions where there are codes now, times with the dates, NULL for blanks, factors as an object, headings in capitals.</summary>
    Older,
}

/// <summary>Turns a folder that <see cref="SsdFolder"/> wrote into that of another case system. The records stay the same; only how they are written changes.</summary>
public static class SsdDialect
{
    private static readonly (string Table, string[] Columns)[] NotInMosaic =
    [
        ("cp_plans", ["cppl_cp_plan_ola"]), ("cla_placement", ["clap_person_id"]), ("involvements", ["invo_person_id"]),
        ("contacts", ["cont_contact_source_code", "cont_contact_source_desc"]), ("professionals", ["prof_professional_name"]), ("cp_visits", ["cppv_person_id"]),
        ("cp_reviews", ["cppr_person_id", "cppr_cp_review_meeting_id"]),
    ];

    private static readonly Dictionary<string, string> Described = new(StringComparer.Ordinal)
    {
        ["CW"] = "Allocated Case Worker",
        ["B"] = "Parents/relatives",
        ["U"] = "Independent living",
        ["Z"] = "With former foster carers",
        ["D"] = "Semi-independent, transitional accommodation",
        ["T"] = "Foyers",
        ["E"] = "Supported lodgings",
        ["W"] = "Bed and breakfast",
        ["S"] = "No fixed abode / homeless",
        ["NEG"] = "Neglect",
        ["PHY"] = "Physical abuse",
        ["SAB"] = "Sexual abuse",
        ["EMO"] = "Emotional abuse",
        ["MUL"] = "Multiple/not recommended",
        ["X1"] = "X1 - New episode begins on the same day",
    };

    public static void Write(World world, DateOnly extractedOn, string folder, CaseSystem system)
    {
        SsdFolder.Write(world, extractedOn, folder);
        if (system == CaseSystem.Mosaic) AsMosaic(folder);
        if (system == CaseSystem.Older) AsOlder(folder);
    }

    private static void AsMosaic(string folder)
    {
        File.Delete(PathOf(folder, "family"));
        VisitsByPlan(folder);
        Edit(folder, "cin_plans", t => t.Rename("cinp_cin_plan_id", "cin_plan_id"));
        Edit(folder, "cla_care_plan", t => t.Rename("lacp_table_id", "lacp_cla_care_plan_id"));
        foreach (var (table, columns) in NotInMosaic)
            Edit(folder, table, t =>
            {
                foreach (var column in columns) t.Drop(column);
            });
    }

    /// <summary>A visit names its plan and not its child: one outside every plan names none.</summary>
    private static void VisitsByPlan(string folder)
    {
        var plans = new CsvTable(PathOf(folder, "cin_plans"));
        int id = plans["cinp_cin_plan_id"], of = plans["cinp_person_id"], from = plans["cinp_cin_plan_start_date"], to = plans["cinp_cin_plan_end_date"];
        var byChild = plans.Rows.ToLookup(r => r[of]);
        Edit(folder, "cin_visits", t =>
        {
            int child = t["cinv_person_id"], day = t["cinv_cin_visit_date"];
            foreach (var row in t.Rows)
                row[child] = byChild[row[child]].FirstOrDefault(p => string.CompareOrdinal(p[from], row[day]) <= 0 && (p[to].Length == 0 || string.CompareOrdinal(row[day], p[to]) <= 0))?[id] ?? "";
            t.Rename("cinv_person_id", "cinv_cin_plan_id");
        });
    }

    private static void AsOlder(string folder)
    {
        Edit(folder, "involvements", t => t.Describe("invo_professional_role_id", Described));
        Edit(folder, "cla_episodes", t => t.Describe("clae_cla_episode_ceased_reason", Described));
        Edit(folder, "care_leavers", t => t.Describe("clea_care_leaver_accommodation", Described));
        Edit(folder, "cp_plans", t =>
        {
            t.Describe("cppl_cp_plan_initial_category", Described);
            t.Describe("cppl_cp_plan_latest_category", Described);
        });
        Edit(folder, "assessment_factors", t =>
        {
            var factors = t["cinf_assessment_factors_json"];
            foreach (var row in t.Rows)
                row[factors] = "{" + string.Join(",", row[factors].Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(f => $"{f}:\"Yes\"")) + "}";
        });
        foreach (var file in Directory.GetFiles(folder, "ssd_*.csv"))
        {
            var table = new CsvTable(file);
            table.EachCell((heading, cell) => cell.Length == 0 && heading.Contains("end_date", StringComparison.Ordinal) ? "NULL" : IsDay(cell) ? $"{cell[8..]}/{cell[5..7]}/{cell[..4]} 00:00:00" : cell);
            table.InCapitals();
            table.Save();
        }
    }

    private static bool IsDay(string cell) => cell.Length == 10 && IsoDate.TryParse(cell, out _);

    private static void Edit(string folder, string table, Action<CsvTable> edit)
    {
        var file = new CsvTable(PathOf(folder, table));
        edit(file);
        file.Save();
    }

    private static string PathOf(string folder, string table) => Path.Combine(folder, $"ssd_{table}.csv");
}
