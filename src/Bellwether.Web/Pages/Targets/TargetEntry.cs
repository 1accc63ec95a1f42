using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Scorecards;
using Microsoft.AspNetCore.Mvc;

namespace Bellwether.Web.Pages.Targets;

/// <summary>A target as typed into the form: kept as text, so that a mistake comes back as it was written.</summary>
public sealed record TargetEntry
{
    private readonly string _area = "", _from = "", _to = "", _value = "", _amber = "", _kind = "local", _reason = "", _source = "", _sourceDate = "", _approvedBy = "", _who = "", _mark = "";

    public string Area { get => _area; init => _area = value ?? ""; }

    public string From { get => _from; init => _from = value ?? ""; }

    public string To { get => _to; init => _to = value ?? ""; }

    [FromForm(Name = "target")]
    public string Value { get => _value; init => _value = value ?? ""; }

    public string Amber { get => _amber; init => _amber = value ?? ""; }

    public string Kind { get => _kind; init => _kind = value ?? "local"; }

    public string Reason { get => _reason; init => _reason = value ?? ""; }

    public string Source { get => _source; init => _source = value ?? ""; }

    public string SourceDate { get => _sourceDate; init => _sourceDate = value ?? ""; }

    public string ApprovedBy { get => _approvedBy; init => _approvedBy = value ?? ""; }

    public string Who { get => _who; init => _who = value ?? ""; }

    /// <summary>The mark of the file of targets that the form was made from.</summary>
    public string Mark { get => _mark; init => _mark = value ?? ""; }

    /// <summary>The target, or null with what could not be read.</summary>
    internal Target? Read(string indicator, List<string> wrong)
    {
        var from = Day("The first day in force", From, wrong);
        if (From.Trim().Length == 0) wrong.Add("Write the first day in force, such as 01/04/2027.");
        var to = Day("The first day no longer in force", To, wrong);
        var dated = Day("The date of the source", SourceDate, wrong);
        if (!TryNumber(Value, out var value)) wrong.Add($"The target is \"{Value}\". Write a number such as 82.5.");
        decimal amber = 0;
        if (Amber.Trim().Length > 0 && !TryNumber(Amber, out amber)) wrong.Add($"The amber edge is \"{Amber}\". Write a number such as 70, or leave it empty.");
        return wrong.Count > 0 ? null : new Target(indicator, Area, from!.Value, to, value, Amber.Trim().Length > 0 ? amber : null, Kind, Reason.Trim(), Source.Trim(), ApprovedBy.Trim()) { SourceDate = dated };
    }

    /// <summary>A number as people write it: a per cent sign and thousands' commas are no fault.</summary>
    internal static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text.Trim().TrimEnd('%').Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);

    private static DateOnly? Day(string what, string text, List<string> wrong)
    {
        if (text.Trim().Length == 0) return null;
        if (DateText.TryParse(text.AsSpan(), out var day)) return day;
        wrong.Add($"{what} is \"{text}\". Write a date such as 01/04/2027.");
        return null;
    }
}
