using Bellwether.Publications.Documents;

namespace Bellwether.Publications.Packs;

/// <summary>
/// How a paper is classified, which decides who reads it. "Unrestricted" is public: a committee paper is published with its agenda unless it is
/// exempt under Part 1 of Schedule 12A to the Local Government Act 1972, and then it says under which paragraph.
/// </summary>
/// <param name="Audience">Who reads it.</param>
/// <param name="Paragraphs">Paragraphs of the schedule, 1 to 7, in order; none unless it is for members under an exemption.</param>
public sealed record Classification(Audience Audience, IReadOnlyList<int> Paragraphs)
{
    private static readonly string[] Exempt =
    [
        "information relating to any individual",
        "information which is likely to reveal the identity of an individual",
        "information relating to the financial or business affairs of any particular person (including the authority holding that information)",
        "information relating to consultations or negotiations about labour relations",
        "information in respect of which a claim to legal professional privilege could be maintained in legal proceedings",
        "information about a notice, order or direction that the authority proposes to give or make",
        "information relating to action taken in connection with the prevention, investigation or prosecution of crime",
    ];

    /// <summary>Open to anyone.</summary>
    public static Classification Unrestricted { get; } = new(Audience.Public, []);

    /// <summary>For people at work in the council.</summary>
    public static Classification Internal { get; } = new(Audience.Staff, []);

    /// <summary>As on the front: "Unrestricted".</summary>
    public string Words => Audience switch
    {
        Audience.Public => "Unrestricted",
        Audience.Staff => "Internal: for staff only, not a committee paper",
        _ => $"Exempt: {Schedule()}: {string.Join("; ", Paragraphs.Select(p => Exempt[p - 1]))}",
    };

    /// <summary>As written in a file, an address or a command: public, staff, "exempt 1 2".</summary>
    public string Written => Audience switch
    {
        Audience.Public => "public",
        Audience.Staff => "staff",
        _ => $"exempt {string.Join(' ', Paragraphs)}",
    };

    /// <summary>What stands on every page.</summary>
    /// <param name="isChecked">True once a named person decided about every small number.</param>
    public string Marking(bool isChecked) => Audience switch
    {
        Audience.Public => isChecked ? "" : "Draft: not checked for publication",
        Audience.Staff => "For staff only: not for publication",
        _ => $"Exempt from publication: {Schedule()}",
    };

    /// <summary>Reads an audience and, for members, the paragraphs that make the paper exempt.</summary>
    /// <param name="audience">staff, members, public; or exempt, which is members; or as <see cref="Written"/> has it.</param>
    /// <param name="exemption">"2" or "1, 2"; empty for none.</param>
    /// <param name="fault">What is wrong and what to write; empty where nothing is.</param>
    public static Classification? Read(string audience, string exemption, out string fault)
    {
        fault = "";
        var words = audience.Trim().ToLowerInvariant().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2) (audience, exemption) = (words[0], words[1]);
        var paragraphs = exemption.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        switch (words.Length == 0 ? "" : words[0])
        {
            case "public" or "unrestricted" when paragraphs.Length == 0: return Unrestricted;
            case "staff" or "internal" when paragraphs.Length == 0: return Internal;
            case "members" or "exempt" when paragraphs.Length > 0 && paragraphs.All(p => p.Length == 1 && p[0] is >= '1' and <= '7'):
                return new Classification(Audience.Members, [.. paragraphs.Select(p => p[0] - '0').Distinct().Order()]);
            case "members" or "exempt":
                fault = "A paper for members only is exempt from publication, and must say under which paragraph of Part 1 of Schedule 12A: a number from 1 to 7, such as 2 "
                    + "(information which is likely to reveal the identity of an individual). A paper that is not exempt is public.";
                return null;
            default:
                fault = $"The audience is \"{audience}\"{(exemption.Length > 0 ? $" with exemption \"{exemption}\"" : "")}. Write staff, public, or members with the paragraph of the exemption; only members' papers have one.";
                return null;
        }
    }

    private string Schedule() =>
        $"{(Paragraphs.Count == 1 ? "paragraph" : "paragraphs")} {string.Join(" and ", Paragraphs)} of Part 1 of Schedule 12A to the Local Government Act 1972";
}
