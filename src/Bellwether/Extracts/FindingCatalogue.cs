namespace Bellwether.Extracts;

/// <summary>One thing that reading an extract may find.</summary>
/// <param name="Code">Stable kebab-case id.</param>
/// <param name="Outcome">What becomes of the file, row or value.</param>
/// <param name="Sentence">What was found; {0}, {1} … are filled in.</param>
/// <param name="ToDo">What to do about it.</param>
public sealed record FindingEntry(string Code, Outcome Outcome, string Sentence, string ToDo);

/// <summary>
/// Every finding the room Extracts itself makes, and the two that only a store can make of an extract (restriction-unsaid, restriction-still-told); a damaged file brings the code and words of its reader instead (file-cut,
/// csv-unclosed-quote …). Messages are made from this table and nowhere else.
/// </summary>
public static class FindingCatalogue
{
    /// <summary>All entries, worst outcome first.</summary>
    public static IReadOnlyList<FindingEntry> All { get; } =
    [
        new("not-recognised", Outcome.Rejected, "The headings are of no list known here: {0}.", "Check that this is the right file. {1}"),
        new("key-column-missing", Outcome.Rejected, "This looks like {0}, and it has no column \"{1}\".{2}", "Add the column, or give it that heading, and load again."),
        new("column-unclear", Outcome.Rejected, "This looks like {0}, and it has no column \"{1}\". It may stand under a heading that no list has: {2}.", "Name the column it is; or give it that heading, and load again."),
        new("two-row-headings", Outcome.Rejected, "The headings seem to stand in two rows, {0} and {1}. Read together they are {2}{3}.", "Put each heading into one row, and load again; or answer that this is right."),
        new("dates-unclear", Outcome.Rejected, "Whether the day or the month stands first in the dates of {0} is not certain: {1}.", "Export the dates as 2024-03-31, and load again; or answer which stands first."),
        new("heading-twice", Outcome.Rejected, "Two columns are headed \"{0}\": {1} and {2}.", "Rename or remove the one that does not belong."),
        new("look-alike-heading", Outcome.Rejected, "The heading looks like \"{0}\" but holds the letter U+{1}, of another script.", "Type the heading again."),
        new("hidden-sheet", Outcome.Rejected, "The only sheet that is {0} is hidden.", "Leave it out or show it; or say that it is meant to be read."),
        new("two-sheets-match", Outcome.Rejected, "This sheet and sheet \"{0}\" are both {1}, and both hold rows.", "Leave one of the two in the workbook; or say which is meant."),
        new("empty-files", Outcome.Rejected, "Nothing stands in these files, not even headings: {0}.", "Export them again if copying was cut short; or answer that they are empty tables, which bcp and Export-Csv write so: they then tell nothing, which is not none."),
        new("merged-cells", Outcome.Rejected, "Cells {0} are merged, so it is not certain which rows the value belongs to.", "Unmerge them and fill in each row."),
        new("nothing-to-read", Outcome.Rejected, "There is no CSV file or workbook here.", "Name the extract's file, or the folder that holds its files."),

        new("no-child-id", Outcome.SetAside, "The row has no id.", "Add the id and load again."),
        new("id-digits-lost", Outcome.SetAside, "The id has lost digits: it was kept as a number too long for a spreadsheet.", "Export the ids as text and load again."),
        new("error-in-key-column", Outcome.SetAside, "The cell shows {0} where the row needs its id or date.", "Correct the formula or the lookup behind it and load again."),
        new("no-date", Outcome.SetAside, "The row has no date, and without one it counts nowhere.", "Add the date and load again."),
        new("impossible-date", Outcome.SetAside, "{0} is no date that can be read.", "Write it as 31/03/2024 or 2024-03-31, a day between 1900 and 2099, and load again."),
        new("end-before-start", Outcome.SetAside, "The end, {0}, is before the start, {1}.", "Correct one of the two dates and load again."),
        new("after-data-date", Outcome.SetAside, "{0} is after the day of the extract, {1}.", "Correct the date, or load with --data-date if the extract is newer."),
        new("born-after-data-date", Outcome.SetAside, "The birth date is after the day of the extract.", "Correct it, or give an unborn child's date as the expected one."),
        new("two-birth-dates", Outcome.SetAside, "The same id stands with more than one birth date: see also {0}.", "Find out which is right, correct the other, and load again."),
        new("formula-without-value", Outcome.SetAside, "The cell holds a formula whose result was not saved.", "Open the workbook, let it calculate, save and load again."),
        new("forbidden-character", Outcome.SetAside, "The cell holds the character U+{0}, which no honest value holds.", "Type the value again."),
        new("no-such-person", Outcome.SetAside, "No row of the person table has this child's id.", "Export the person table again, or correct the id."),
        new("repeated-headings", Outcome.SetAside, "The headings are repeated here.", "Remove the row; if two exports were pasted together, check that no child is there twice."),
        new("asks-deletion", Outcome.SetAside, "The row asks for a deletion, which a file of changes cannot do here.", "Load the whole extract again: what it lacks and should hold is withdrawn."),
        new("no-yes-no", Outcome.SetAside, "{0} is neither yes nor no.", "Write Yes or No, or leave the cell blank, and load again."),
        new("unreadable-number", Outcome.SetAside, "{0} is no number that can stand in this column.", "Write a plain number, or leave the cell blank, and load again."),
        new("id-zeros-lost", Outcome.SetAside, "The id is shorter than the others of its column, which have {0} digits: it has lost the zeros in front.", "Export the ids as text and load again."),
        new("month-first-date", Outcome.SetAside, "{0} has the month first{1}.", "Export the dates as 31/03/2024 or 2024-03-31 and load again; where one is month first, check the others too."),
        new("field-count", Outcome.SetAside, "The line has {0} fields, and the headings are {1}.", "Put quotes around a value that holds the separator; remove the line if it is cut or is no record."),
        new("not-a-record", Outcome.SetAside, "The row is a total, a footer or a message of the program that made the file, and no record.", "Remove the row; nothing else is lost."),
        new("misplaced-cell", Outcome.SetAside, "A cell's reference in the workbook does not fit its row, or lies beyond column XFD.", "Save the workbook again from Excel."),
        new("doubled-cell", Outcome.SetAside, "The cell stands in the workbook twice.", "Save the workbook again from Excel."),
        new("missing-text", Outcome.SetAside, "The cell points to a text that is not in the workbook.", "Save the workbook again from Excel."),
        new("cell-too-long", Outcome.SetAside, "The cell holds more than any honest one: 32,767 characters in a workbook, 1 MB in a CSV file.", "Check the quotes of the line, shorten the text, or leave the column out."),
        new("mixed-scale", Outcome.SetAside, "{0} cannot be on one scale with {1} in row {2}: one looks like a share of 1, the other like a percentage.", "Write all values of the indicator the same way and load again."),
        new("unreadable-value", Outcome.SetAside, "{0} stands where a number should be.", "Write a plain number such as 1234.5, without % or thousands commas, and load again."),
        new("value-without-key", Outcome.SetAside, "The line names no {0}.", "Fill it in and load again."),
        new("value-missing", Outcome.SetAside, "The line holds neither a value nor a numerator.", "Fill one of them in, or remove the line."),

        new("unknown-code", Outcome.Noted, "{0} is not in the list {1}; it is kept as unknown.", "Use a code of the list, or say which code your word stands for (with mapping set, or under Data loads, Your own headings and words)."),
        new("restricted-undated", Outcome.Noted, "{0} is no date that can be read; the child is restricted all the same, from the day of the extract.", "Write it as 31/03/2024 or 2024-03-31, so that the review falls due on the right day."),
        new("restriction-still-told", Outcome.Noted, "The extract still tells that cases are restricted whose restriction was lifted here: {0}. They stay lifted.", "Tell the lead of restricted cases: end it in the case system too, or restrict the case again by hand."),
        new("restriction-unsaid", Outcome.Noted, "The extract no longer tells that restricted cases are restricted: {0}. They stay restricted.", "Tell the lead of restricted cases, who lifts those that are over."),
        new("code-out-of-year", Outcome.Noted, "{0} is a code of the list {1}, and not one of a return for the year to {2}; it was read all the same.", "Check that the file is of the right year; DfE's own checks will ask for the code of that year."),
        new("end-after-year", Outcome.Noted, "{0} is after the last day of the return, {1}; the row is taken as open on that day.", "Nothing needs doing, if the return was made later; else correct the date."),
        new("left-open", Outcome.Noted, "The row is open, and the next return no longer holds it; it counts until the day before {0}, and when it ended is not known unless another began then.", "Correct it where the return was made, if it ended on another day."),
        new("unknown-yes-no", Outcome.Noted, "{0} is neither yes nor no; it is kept as unknown.", "Write Yes or No."),
        new("error-value", Outcome.Noted, "The cell shows {0}; it is kept as unknown.", "Correct the formula or the lookup behind it."),
        new("no-birth-date", Outcome.Noted, "The birth date is blank; figures by age leave the child out.", "Add it, or the expected date of an unborn child."),
        new("bad-json", Outcome.Noted, "The outcome text is not well-formed; it is kept as unknown.", "Tell whoever runs the SSD script; nothing else of the row is affected."),
        new("serial-date", Outcome.Noted, "Dates stand as plain numbers here; they were read as spreadsheet dates.", "Format the column as dates."),
        new("near-duplicate", Outcome.Noted, "The same record stands in row {0} with {1} details; this later one is kept.", "Remove the row that is out of date."),
        new("same-person", Outcome.Noted, "Name, birth date and sex are those of row {0}, under another id. They count as two.", "Check whether they are one child; if so, name the old id in merged_ids.csv of the home."),
        new("repeated-rows", Outcome.Noted, "Exact copies of earlier rows: {0}. They count once.", "Nothing needs doing, unless the export joins tables it should not."),
        new("column-missing", Outcome.Noted, "The column is missing; what it would say is unknown.{0}", "Add it to the export if the indicators that need it matter to you."),
        new("own-heading", Outcome.Noted, "The heading is read as \"{0}\", as columns.csv says.", "Nothing needs doing, if that is as you want it."),
        new("own-word", Outcome.Noted, "The word \"{0}\" is read as {1}, as synonyms.csv says.", "Nothing needs doing, if that is as you want it."),
        new("list-not-supplied", Outcome.Noted, "{0} has headings and no rows: taken as not supplied, not as zero.", "Export it again if it should hold rows."),
        new("empty-file-left-out", Outcome.Noted, "Nothing stands in the file, not even headings: taken as an empty table, not supplied and not zero.", "Export it again if it should hold rows."),
        new("passed-over", Outcome.Noted, "The headings are of no list known here: {0}. The file was passed over.", "Nothing needs doing, unless it should be one. {1}"),
        new("left-to-other-source", Outcome.Noted, "Its {0} are left to {1}, which sources.csv puts first.", "Nothing needs doing, if that is as you want it."),
        new("crosswalk-coverage", Outcome.Noted, "{0}: {1} of {2} children's ids are in the crosswalk; the others stand as they are.", "Add those that are missing, if the sources use differing ids for one child."),
        new("list-not-used", Outcome.Noted, "{0} is known and makes no records: {1}.", "Nothing needs doing."),
        new("file-note", Outcome.Noted, "{0}", "Nothing needs doing, if that is as you expect."),
        new("hidden-sheet-unused", Outcome.Noted, "The sheet is hidden and looks like {0}, which a visible sheet already gives; it was not read.", "Delete it if it is old."),
        new("hidden-rows", Outcome.Noted, "Rows hidden by hand or by a filter: {0}, the first of them row {1}. They were read like the others.", "Check that they are meant to be loaded."),
        new("hidden-column", Outcome.Noted, "The column is hidden; it was read like the others.", "Check that it is meant to be loaded."),
        new("formulas", Outcome.Noted, "Cells that hold formulas: {0}. Their saved results were read.", "Nothing needs doing, if the workbook was saved after its last change."),
        new("nothing-to-fill", Outcome.Noted, "The extract holds no {0} for this row to add to.", "Load the file together with the extract it belongs to."),
        new("more-like-this", Outcome.Noted, "More in this column like the {1} listed above: {0}.", "Correct them together."),
    ];

    private static readonly Dictionary<string, FindingEntry> ByCode = All.ToDictionary(e => e.Code, StringComparer.Ordinal);

    /// <summary>The entry of a code.</summary>
    /// <exception cref="KeyNotFoundException">No such finding: a fault of the program.</exception>
    public static FindingEntry Of(string code) => ByCode[code];
}
