using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>Teams and workers as the language sees them: looked up as at the day (of a dated case, on its date), not records of a child.</summary>
public static class Vocabulary
{
    /// <summary>A team: <c>team.kind</c>, <c>team.service</c>, <c>team.district</c>, as at the day.</summary>
    public static RecordKind Teams { get; } = Pseudo("teams", ["kind", "service", "district"]);

    /// <summary>A worker, through the post open at the day: <c>worker.qualified</c> (in a role that may hold cases), <c>worker.agency</c>.</summary>
    public static RecordKind Workers { get; } = new(
        "workers", RecordShape.Entity, SubjectKind.Worker, ["worker"],
        [Field("qualified", FieldType.YesNo), Field("agency", FieldType.YesNo)], "");

    private static RecordKind Pseudo(string name, string[] fields) =>
        new(name, RecordShape.Entity, SubjectKind.Team, ["team"], [.. fields.Select(f => Field(f, FieldType.Text))], "");

    private static RecordField Field(string name, FieldType type) => new(name, type, "", false, "", "", "");
}
