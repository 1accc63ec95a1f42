using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

/// <summary>
/// A frequency rule that makes records, one for each turn: section 1.6 of the definition language. Turn 1 starts at <paramref name="From"/>;
/// each event of <paramref name="DoneBy"/> on or after the start ends the turn and starts the next. When the <c>for</c> record ends, the
/// waiting turn ends undone. The kind it makes has these fields, in this order:
/// <list type="bullet">
/// <item><c>start</c>: the turn's first day; <c>end</c>: the day it was done, or the <c>for</c> record's end if that came first; none while it waits.</item>
/// <item><c>due</c>: start + limit, or the source's own due date. None where the <c>for</c> record ended before the due date had passed with the
/// turn undone: then it was never due. Visible from the start.</item>
/// <item><c>late</c>: the cell is yes where the turn was not done by its due date. Looking at a day up to and including <c>due</c> it reads no,
/// from the day after it reads the cell. A turn with no due date is not late.</item>
/// <item><c>turn</c>: 1, 2, … in thousandths, as every number.</item>
/// <item>a link to the <c>for</c> record, named as its singular (<c>cp_plan</c>), so that <c>its</c> works.</item>
/// </list>
/// </summary>
/// <param name="Id">The clock's id and the name of the kind it makes.</param>
/// <param name="For">Each record of this kind runs its own clock.</param>
/// <param name="From">The day turn 1 starts; read from the <c>for</c> record as the case.</param>
/// <param name="DoneBy">The events that end a turn; the <c>for</c> record is the case.</param>
/// <param name="Limits">One for each turn; the last repeats.</param>
/// <param name="RecordedDue">Field of <see cref="RecordsOf.Kind"/> of <paramref name="DoneBy"/> that holds the due date where the source gives one; -1 for none.</param>
/// <param name="Makes">The kind it makes.</param>
public sealed record BoundClock(
    string Id, RecordKind For, Node From, RecordsOf DoneBy, IReadOnlyList<Length> Limits, int RecordedDue, RecordKind Makes)
{
    /// <summary>Number of each field that the kind a clock makes has after its start and end.</summary>
    public const int DueField = 2, LateField = 3, TurnField = 4, ForField = 5;

    /// <summary>The kind a clock of this id makes.</summary>
    internal static RecordKind KindOf(string id, RecordKind of) => new(
        id, RecordShape.Spell, of.Subject, [EnglishText.Spoken(KindWords.Singular(id))],
        [
            new("start", FieldType.Date, "", false, "", "", ""),
            new("end", FieldType.Date, "", true, "", "none", ""),
            new("due", FieldType.PlannedDate, "", true, "", "", ""),
            new("late", FieldType.YesNo, "", false, "", "", "due"),
            new("turn", FieldType.Number, "", false, "", "", ""),
            new(KindWords.Singular(of.Name), FieldType.Link, of.Name, false, "", "", ""),
        ],
        $"Turns of a clock that each record of {EnglishText.Spoken(of.Name)} runs.");
}
