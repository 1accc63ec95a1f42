using System.Globalization;
using Bellwether.Extracts;

namespace Bellwether.Journeys;

/// <summary>What this room can find in a council's data. All are noted: the records load, and the reader is told how they were read.</summary>
public static class JourneyFindings
{
    /// <summary>Code, what was found ({0} is a count or a word), what to do.</summary>
    public static IReadOnlyList<(string Code, string Found, string ToDo)> All { get; } =
    [
        ("no-person-row", "{0} children have records but no row in the list of people; the first is here. Their date of birth, sex and ethnicity count as unknown.",
            "Send the person rows of these children with the next extract."),
        ("no-case-record", "{0} people have only allocations or immigration statuses and no case record; the first is here. They are not counted as children.",
            "Send their case records, or leave them out of the extract."),
        ("no-parent", "{0} rows could not be linked to one of the child's own {1}; the first is here. They count, but as nobody's.",
            "Check the dates of these rows, or send the {1} they belong to."),
        ("parent-not-found", "{0} rows name one of the {1} that is not in the extract or is another child's; the first is here. They were linked by date where a date allowed.",
            "Send the {1} with the same ids."),
        ("two-open-referrals", "A second referral was opened while the child's case was open. The two are one case, but one with no further action is no part of the other's; both count as referrals.",
            "Close one of the two in the case system, or join them."),
        ("nfa-not-closed", "{0} referrals with no further action were never closed; the first is here. Each counts among open cases, and not among children in need.",
            "Close them in the case system, or correct the decision."),
        ("overlapping-care", "A period of being looked after begins before the one before it ends. The two are one period.",
            "Correct the dates of the two periods."),
        ("overlapping-placements", "A placement begins before the one before it ends. Each counts as a placement; the child lives in the later.",
            "Correct the dates of the two placements."),
        ("gap-of-a-day", "A placement begins the day after the one before it ended, so for one day the child stands in none.",
            "Check whether the one before ended on the day this one began."),
        ("overlapping-plans", "A child protection plan begins before the one before it ends. Both count as plans started; while both are open the later speaks for the child.",
            "Correct the dates of the two plans."),
        ("overlapping-allocations", "A case worker is allocated while another still is. The later start holds the case, of two the lower id.",
            "End the earlier allocation on the day it was handed over."),
        ("care-past-18", "A period of being looked after goes on after the 18th birthday. It counts up to that day.",
            "End the period of care in the case system."),
        ("after-death", "The record begins after the child's death, or is still open. It loads as it is.",
            "Check the date of death, and close the record."),
        ("before-birth", "The record begins more than ten months before the child's birth, or is a period of care or a placement before birth. It loads as it is.",
            "Check the date of birth and the date of the record."),
        ("post-title-unknown", "{0} registered workers have no job title; the first is here. They count as able to hold cases.",
            "Send job titles, so that managers and assistants can be told apart."),
        ("left-to-better-source", "{0} {1} do not count, because a source that knows them better is loaded; the first is here. The council's own files go before extracts, and those before yearly returns.",
            "Load the better source as often as the others, and keep it complete."),
    ];

    private static readonly Dictionary<string, (string Found, string ToDo)> ByCode =
        All.ToDictionary(f => f.Code, f => (f.Found, f.ToDo), StringComparer.Ordinal);

    internal static Finding Make(string code, Place? place, int row, string kind, params object[] words)
    {
        var (found, toDo) = ByCode[code];
        return new Finding(code, Outcome.Noted, place?.File ?? "", place?.Sheet ?? "", row, "",
            string.Format(CultureInfo.InvariantCulture, found, words), string.Format(CultureInfo.InvariantCulture, toDo, words), kind);
    }
}
