using Bellwether.Calendar;
using Bellwether.Extracts;

namespace Bellwether.Journeys.Building;

/// <summary>
/// Whether a worker may hold a case, post by post: registered as a social worker, and not in a post that holds none (managers,
/// assistants, duty trays: the authority's own list). Two sources may tell of one post, each in its own words, so a title on the
/// list speaks for every post the worker has at the same time. Unknown where nobody says whether the worker is registered. A
/// registered worker without a job title may hold cases, with a finding: the list takes out, and unknown must not.
/// </summary>
internal static class WorkerPosts
{
    /// <summary>Writes the answer to <c>qualified</c>, which definitions read as <c>worker.qualified</c>.</summary>
    public static void Settle(DraftRows posts, Authority authority, TextPool texts, FoundThings found)
    {
        var titles = authority.NonCaseHoldingTitles.ToHashSet(StringComparer.OrdinalIgnoreCase);
        Column role = posts.Field("role"), registered = posts.Field("registered"), qualified = posts.Field("qualified");
        var answer = new int[posts.Count];
        for (var worker = 0; worker < posts.Subjects; worker++)
            for (var r = posts.Offset[worker]; r < posts.Offset[worker + 1]; r++)
            {
                var known = registered[r] >= 0 ? registered[r] : qualified[r];
                var holdsNone = false;
                var titled = false;
                for (var other = posts.Offset[worker]; other < posts.Offset[worker + 1]; other++)
                    if (role[other] >= 0 && (other == r || AtOnce(posts, r, other)))
                    {
                        titled = true;
                        holdsNone |= titles.Contains(texts[role[other]]);
                    }
                if (known == 1 && !titled) found.Count("post-title-unknown", posts, r);
                answer[r] = known == 0 || holdsNone ? 0 : known == 1 ? 1 : Days.Unknown;
            }
        posts.Replace("qualified", answer);
    }

    private static bool AtOnce(DraftRows posts, int a, int b) =>
        posts.First[a] < Spans.Bound(posts.First[b], posts.End[b]) && posts.First[b] < Spans.Bound(posts.First[a], posts.End[a]);

    /// <summary>
    /// The worker as at a day: yes where any open post may hold cases, no where none may, unknown where that is not known or no post
    /// is open. A post without a start was held since ever: a list of staff as they are now has no dates.
    /// </summary>
    public static int QualifiedAt(DraftRows posts, int worker, int day)
    {
        var qualified = posts.Field("qualified");
        var answer = Days.None;
        for (var p = posts.Offset[worker]; p < posts.Offset[worker + 1]; p++)
        {
            if (posts.First[p] > day || Spans.Bound(posts.First[p], posts.End[p]) <= day) continue;
            if (qualified[p] == 1) return 1;
            answer = answer == Days.Unknown || qualified[p] < 0 ? Days.Unknown : 0;
        }
        return answer == Days.None ? Days.Unknown : answer;
    }

    /// <summary>Adds the days strictly between two others on which the worker's answer may change.</summary>
    public static void AddChanges(DraftRows posts, int worker, int from, int to, List<int> days)
    {
        for (var p = posts.Offset[worker]; p < posts.Offset[worker + 1]; p++)
        {
            if (posts.First[p] > from && posts.First[p] < to) days.Add(posts.First[p]);
            if (posts.End[p] > from && posts.End[p] < to) days.Add(posts.End[p]);
        }
    }
}
