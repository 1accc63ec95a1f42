using Bellwether.Calendar;
using Bellwether.Codes;

namespace Bellwether.Indicators.Engine;

/// <summary>How <c>its</c> ties a record to a case: by the record's link to it, the case's link to the record, or a link both have to one parent.</summary>
/// <param name="Of">Field of the record; -1 for the record itself.</param>
/// <param name="CaseField">Field of the case; -1 for the case itself.</param>
internal sealed record Belonging(RecordKind Record, int Of, RecordKind Case, int CaseField)
{
    /// <summary>True where it belongs, or may: an unknown link leaves <paramref name="sure"/> false.</summary>
    public bool Holds(Journeys.Journeys journeys, int caseRow, int row, ref bool sure)
    {
        var a = Of < 0 ? row : journeys.Rows(Record.Name).Field(Of)[row];
        var b = CaseField < 0 ? caseRow : journeys.Rows(Case.Name).Field(CaseField)[caseRow];
        if (a == Days.None || b == Days.None) return false;
        if (a != Days.Unknown && b != Days.Unknown) return a == b;
        sure = false;
        return true;
    }

    public static Belonging Between(RecordKind record, RecordKind @case)
    {
        if (record.LinkTo(@case.Name) is var direct and >= 0) return new(record, direct, @case, -1);
        if (@case.LinkTo(record.Name) is var back and >= 0) return new(record, -1, @case, back);
        for (var f = 0; f < record.Fields.Count; f++)
        {
            if (record.Fields[f].Type == FieldType.Link && @case.LinkTo(record.Fields[f].Of) is var shared and >= 0)
                return new(record, f, @case, shared);
        }
        throw new InvalidOperationException($"{record.Name} has no link to {@case.Name}.");
    }
}
