using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>The derived kinds and fields of definition-language.md section 3, each in its own file, in the order they need each other.</summary>
internal static class DerivedRecords
{
    public static void Apply(
        Dictionary<string, DraftRows> drafts, CodeLists codes, Authority authority, TextPool texts, int dataDay, FoundThings found)
    {
        var people = drafts["people"];
        drafts["cin_episodes"] = CinEpisodes.Settle(drafts["cin_episodes"], found);
        ShortBreaks.Mark(drafts["care_periods"], drafts["legal_statuses"], codes["legal-status"]);
        var sameHome = Placements.LegalChangesOnly(drafts["care_periods"], codes["care-start"]);
        drafts["care_periods"] = CarePeriods.Settle(drafts["care_periods"], found);
        drafts["placements"] = Placements.Settle(drafts["placements"], codes["placement-type"], texts, sameHome, found);
        drafts["legal_statuses"] = LegalStatuses.Settle(drafts["legal_statuses"]);
        CareStopsAt18.Apply(drafts["care_periods"], [drafts["placements"], drafts["legal_statuses"]], people, dataDay, found);
        drafts["cin_plans"] = CinPlans.Settle(drafts["cin_plans"]);
        drafts["adoption_tracks"] = AdoptionTracks.Settle(drafts["adoption_tracks"], drafts, codes, texts);
        Reviews.Settle(drafts["cp_reviews"], drafts["cla_reviews"]);
        WorkerPosts.Settle(drafts["worker_posts"], authority, texts, found);
        drafts["allocations"] = Allocations.Settle(drafts["allocations"], drafts["worker_posts"], codes["role"], authority, texts, found);
        SchoolTerms.Make(drafts, texts);
        Checks.Run(drafts, people, dataDay, found);
    }
}
