using Bellwether.Codes;
using Bellwether.Extracts;

namespace Bellwether.Journeys;

internal static class JourneysBuilder
{
    public static Journeys Build(RecordSet records, CodeLists codes, Authority authority, DateOnly? dataDate) =>
        throw new InvalidOperationException();
}

internal static class AuthorityFiles
{
    public static Authority Load(string home) => throw new InvalidOperationException();
}
