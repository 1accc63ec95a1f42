using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>The derived kinds and fields of definition-language.md section 3, each in its own file: parts of the work, each in the order its rules need each other.</summary>
internal static class DerivedRecords
{
    public static IReadOnlyList<Part> Of(Drafts drafts, CodeLists codes, Authority authority, TextPool texts, int dataDay)
    {
        // Texts are added to the pool now: parts that read it run side by side.
        var groupOf = Placements.GroupOf(drafts["placements"].Kind, codes["placement-type"], texts);
        return
        [
            Part(drafts, ["cin_episodes"], found => drafts["cin_episodes"] = CinEpisodes.Settle(drafts["cin_episodes"], found)),
            Part(drafts, ["care_periods", "placements", "legal_statuses"], found => Care(drafts, codes, groupOf, texts, dataDay, found)),
            Part(drafts, ["cin_plans"], _ => drafts["cin_plans"] = CinPlans.Settle(drafts["cin_plans"])),
            Part(drafts, ["cp_reviews", "cla_reviews"], _ => Reviews.Settle(drafts["cp_reviews"], drafts["cla_reviews"])),
            Part(drafts, ["worker_posts", "allocations"], found =>
            {
                WorkerPosts.Settle(drafts["worker_posts"], authority, texts, found);
                drafts["allocations"] = Allocations.Settle(drafts["allocations"], drafts["worker_posts"], codes["role"], authority, texts, found);
            }),
        ];
    }

    private static Part Part(Drafts drafts, string[] kinds, Action<FoundThings> settle) => new(kinds.Sum(k => drafts[k].Count), settle);

    private static void Care(Drafts drafts, CodeLists codes, int[] groupOf, TextPool texts, int dataDay, FoundThings found)
    {
        ShortBreaks.Mark(drafts["care_periods"], drafts["legal_statuses"], codes["legal-status"]);
        var legalOnly = CarePeriods.BegunBy(drafts["care_periods"], codes["care-start"], "L");
        var placementOnly = CarePeriods.BegunBy(drafts["care_periods"], codes["care-start"], "P", "T");
        drafts["care_periods"] = CarePeriods.Settle(drafts["care_periods"], found);
        drafts["placements"] = Placements.Settle(drafts["placements"], codes["placement-type"], groupOf, legalOnly, found);
        drafts["legal_statuses"] = LegalStatuses.Settle(drafts["legal_statuses"]);
        CareStopsAt18.Apply(drafts, dataDay, found);
        drafts["adoption_tracks"] = AdoptionTracks.Settle(drafts["adoption_tracks"], drafts, codes, texts, legalOnly, placementOnly);
        SchoolTerms.Make(drafts, texts);
    }
}
