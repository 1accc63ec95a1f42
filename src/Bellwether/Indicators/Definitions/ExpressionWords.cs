using System.Globalization;
using Bellwether.Calendar;
using Bellwether.Codes;
using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

/// <summary>An expression as an English clause, for readers who don't write definitions. Plain rather than elegant: every word stands for one node.</summary>
/// <param name="codes">The lists that give a code its label.</param>
/// <param name="timescales">The catalogue's, for their titles.</param>
public sealed class ExpressionWords(CodeLists codes, IReadOnlyDictionary<string, Timescale> timescales)
{
    /// <summary>A condition as a clause: "there are cp visits at most 10 working days (timescale cp-visit) ago where marked "seen"".</summary>
    public string Condition(Node node) => node switch
    {
        And { Left: var left, Right: var right } => $"{Joined(left)} and {Joined(right)}",
        Or { Left: var left, Right: var right } => $"{Condition(left)}, or {Condition(right)}",
        Not { Inner: Aggregate { Gathering: Gathering.Exists, Records: var none } } => $"there are no {Records(none)}",
        Not { Inner: FieldOf field } => Marked(field, "not marked"),
        Not { Inner: Compare { Sign: Comparison.Equal, Left: var left, Right: var right } } when ReferenceEquals(left, right) => $"{Value(left)} is none",
        Compare { Sign: Comparison.Equal, Left: var left, Right: var right } when ReferenceEquals(left, right) => $"{Value(left)} is not none",
        Not { Inner: var inner } => $"it is not so that {Condition(inner)}",
        Aggregate { Gathering: Gathering.Exists, Records: var some } => $"there are {Records(some)}",
        Compare { Sign: var sign, Left: var left, Right: DatePlus { Minus: false } right } when sign is not (Comparison.Equal or Comparison.NotEqual) =>
            $"{Value(left)} {Sign(sign, ValueKind.Number)} {Value(right)}",
        Compare { Sign: var sign, Left: var left, Right: var right } => $"{Value(left)} {Sign(sign, left.Type)} {Value(right)}",
        OneOf { Value: var value, Cells: var cells } => $"{Value(value)} is one of: {string.Join(", ", cells.Select(c => Cell(value.Type, value.CodeList, c)))}",
        OneOfTexts { Value: var value, Texts: var texts } => $"{Value(value)} is one of: {string.Join(", ", texts)}",
        IsKnown { Value: var value } => $"{Value(value)} is known",
        ForLength { Inner: var inner, Length: var length, AtLeast: var atLeast } => $"for {(atLeast ? "at least" : "more than")} {Length(length)} without a break, {Condition(inner)}",
        FieldOf field => Marked(field, "marked"),
        Constant { Cell: 1 } => "always",
        _ => Value(node),
    };

    /// <summary>A date, number or code as a phrase: "the case's start".</summary>
    public string Value(Node node) => node switch
    {
        Constant constant => Cell(constant.Type, constant.CodeList, constant.Cell),
        TextConstant text => text.Text,
        FieldOf { From: Reader.Row, Hops.Count: 0 } field => $"their {Last(field)}",
        FieldOf { Hops.Count: 0 } field => $"{Whose(field)}'s {Last(field)}",
        FieldOf field => $"the {Last(field)} of {Whose(field)}",
        CaseDate => "the case's date",
        AsAt => "the day asked",
        ClockDue => "the due date",
        ClockPrevious => "the start of the turn",
        DatePlus { Date: var date, By: var by, Minus: var minus } => $"{Length(by)} {(minus ? "before" : "after")} {Value(date)}",
        Arithmetic { Sign: var sign, Left: var left, Right: var right } => $"{Value(left)} {sign} {Value(right)}",
        Call call => Called(call),
        Aggregate aggregate => Gathered(aggregate),
        WorkingYear => "253 working days, 254 where the year holds a 29 February",
        Population people => $"the number of children aged {people.FromAge} to {people.ToAge}",
        _ => Condition(node),
    };

    private string Joined(Node node) => node is Or ? $"({Condition(node)})" : Condition(node);

    private string Records(RecordsOf records)
    {
        var length = records.Length is { } l ? Length(l) : "";
        var anchor = records.Anchor is { } a ? Value(a) : "";
        var when = records.When switch
        {
            When.InLast => $" in the last {length}",
            When.OpenInLast => $" open at some time in the last {length}",
            When.InWindow => " in the period",
            When.OpenInWindow => " open at some time in the period",
            When.OpenOn => $" open on {anchor}",
            When.AtMostAgo => $" at most {length} ago",
            When.WithinAfter => $" on or within {length} after {anchor}",
            When.WithinBefore => $" within {length} before {anchor}",
            When.UpToAfter => $" up to {length} after {anchor}",
            When.Since => $" on or after {anchor}",
            When.Before => $" before {anchor}",
            _ => "",
        };
        return $"{(records.Open ? "open " : "")}{EnglishText.Spoken(records.Kind.Name)}{(records.Its ? " of the case" : "")}"
            + (records.By is { } by ? $" counted by {(by is FieldOf field ? Last(field) : Value(by))}" : "") + when + (records.Where is { } where ? $" where {Condition(where)}" : "");
    }

    private string Gathered(Aggregate aggregate) => aggregate.Gathering switch
    {
        Gathering.Count => $"the number of {Records(aggregate.Records)}",
        Gathering.CountDistinct => $"the number of different values of {Value(aggregate.Of!)} among {Records(aggregate.Records)}",
        Gathering.Sum => $"the sum of {Value(aggregate.Of!)} over {Records(aggregate.Records)}",
        Gathering.First => $"{Value(aggregate.Of!)} of the first of {Records(aggregate.Records)}",
        Gathering.Last => $"{Value(aggregate.Of!)} of the last of {Records(aggregate.Records)}",
        _ => Condition(aggregate),
    };

    private string Called(Call call)
    {
        var given = call.Arguments.Select(a => a.Type == ValueKind.Truth ? Condition(a) : Value(a)).ToList();
        return call.Function switch
        {
            Function.Days => $"the days from {given[0]} to {given[1]}",
            Function.WorkingDays => $"the working days from {given[0]} to {given[1]}",
            Function.Months => $"the whole months from {given[0]} to {given[1]}",
            Function.Age => $"the child's age on {given[0]}",
            Function.Birthday => $"the child's birthday number {given[0]}",
            Function.If => $"{given[1]} if {given[0]}, else {given[2]}",
            Function.Min => $"the lowest of {string.Join(", ", given)}",
            _ => $"the highest of {string.Join(", ", given)}",
        };
    }

    private string Length(Length length) =>
        length.Timescale.Length == 0 ? length.Fixed.ToString()
        : timescales.TryGetValue(length.Timescale, out var scale) ? $"{string.Join(" or ", scale.Rows.Select(r => r.Limit.ToString()).Distinct())} (timescale {scale.Id})"
        : $"the timescale {length.Timescale}";

    private string Cell(ValueKind type, string list, int cell) => type switch
    {
        ValueKind.Date => EnglishDate.Format(DateOnly.FromDayNumber(cell)),
        ValueKind.Number => (cell / 1000m).ToString("0.###", CultureInfo.InvariantCulture),
        ValueKind.Truth => cell == 1 ? "yes" : "no",
        _ => codes.TryGet(list, out var codeList) && cell >= 0 && cell < codeList!.Entries.Count ? codeList.Entries[cell].Label : "unknown",
    };

    private static string Sign(Comparison sign, ValueKind type) => (sign, type == ValueKind.Date) switch
    {
        (Comparison.Equal, _) => "is",
        (Comparison.NotEqual, _) => "is not",
        (Comparison.Less, true) => "is before",
        (Comparison.LessOrEqual, true) => "is not after",
        (Comparison.Greater, true) => "is after",
        (Comparison.GreaterOrEqual, true) => "is not before",
        (Comparison.Less, _) => "is less than",
        (Comparison.LessOrEqual, _) => "is at most",
        (Comparison.Greater, _) => "is more than",
        _ => "is at least",
    };

    /// <summary>A yes/no field: <c>the case is marked "short break"</c>; inside a list of records only <c>marked "seen"</c>.</summary>
    private static string Marked(FieldOf field, string marked) =>
        field is { From: Reader.Row, Hops.Count: 0 } ? $"{marked} \"{Last(field)}\"" : $"{Whose(field)} is {marked} \"{Last(field)}\"";

    /// <summary>What the field is read from: "the case", "the case's care period", "their worker".</summary>
    private static string Whose(FieldOf field)
    {
        var reached = EnglishText.Spoken(KindWords.Singular(field.Kind.Name));
        return (field.From, field.Hops.Count) switch
        {
            (Reader.Case, 0) => "the case",
            (Reader.Case, _) => $"the case's {reached}",
            (Reader.Child, 0) => "the child",
            (Reader.Child, _) => $"the child's {reached}",
            _ => $"their {reached}",
        };
    }

    private static string Last(FieldOf field) => EnglishText.Spoken(field.Kind.Fields[field.Field].Name);
}
