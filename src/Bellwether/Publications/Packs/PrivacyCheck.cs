using System.Text.RegularExpressions;

namespace Bellwether.Publications.Packs;

/// <summary>
/// Looks in a text for what could tell of one child: names, ids, dates of birth, small numbers. It finds what is typical, not everything; a
/// person who agrees a text still reads it for this.
/// </summary>
internal static partial class PrivacyCheck
{
    private static readonly HashSet<string> GivenNames = new((
        "Aaron Abigail Adam Aisha Alex Alexander Alfie Ali Alice Amelia Amy Andrew Anna Archie Arthur Ava Ben Benjamin Bethany Bobby Callum Cameron Charlie Charlotte Chloe Connor "
        + "Daisy Daniel David Dylan Edward Ella Ellie Emily Emma Ethan Eva Evie Fatima Finley Florence Frankie Freddie Freya George Georgia Grace Hannah Harley Harry Harrison Harvey "
        + "Henry Holly Ibrahim Isaac Isabella Isla Jack Jacob Jade Jake James Jamie Jasmine Jayden Jessica Joe Joel Joseph Joshua Kai Katie Kayden Kian Kyle Layla Leah Leo Leon Lewis "
        + "Liam Lily Logan Louis Lucas Lucy Luke Lola Maisie Maryam Mason Matilda Matthew Max Megan Mia Michael Millie Mohamed Mohammed Molly Muhammad Nathan Niamh Noah Oliver Olivia "
        + "Omar Oscar Owen Phoebe Poppy Rebecca Reece Reuben Riley Robert Rosie Ruby Ryan Samuel Sarah Scarlett Sebastian Shannon Sienna Sophia Sophie Stanley Theo Theodore Thomas Toby "
        + "Tyler William Yusuf Zachary Zara").Split(' '), StringComparer.Ordinal);

    /// <summary>Questions about a part of a text. Nothing found is repeated but for the words themselves, which the writer typed.</summary>
    public static IEnumerable<TextQuestion> Of(string part, string text, PackMaterial material)
    {
        var lines = TextMarks.Placeholder().Replace(text.ReplaceLineEndings("\n"), m => new string(' ', m.Length)).Split('\n');
        for (var l = 0; l < lines.Length; l++)
        {
            var place = $"{part}, line {l + 1}";
            var line = Address().Replace(lines[l], m => new string(' ', m.Length));
            foreach (Match id in Id().Matches(line))
                yield return new TextQuestion("id", place, id.Value, $"\"{id.Value}\" looks like the id of a person or a case.", "Take it out: no paper names one child's record.", false);
            foreach (Match born in Birth().Matches(line))
                yield return new TextQuestion("date-of-birth", place, born.Value, $"\"{born.Value}\" looks like a date of birth.", "Take it out, or give an age band.", false);
            foreach (Match name in Capitalised().Matches(line).Where(m => IsName(m, line, material)))
                yield return new TextQuestion("name", place, name.Value, $"\"{name.Value}\" looks like a person's name.", "Take it out if it is a child's or a relative's; else answer whose it is.", true);
            foreach (Match few in Few().Matches(line))
                yield return new TextQuestion("small-number", place, few.Value, $"\"{few.Value}\" counts five or fewer, from which a child might be told.",
                    "Say \"a small number\", or answer why it may stand.", true);
        }
    }

    private static bool IsName(Match match, string line, PackMaterial material)
    {
        var first = match.Value.Split(' ')[0];
        var isAfterChild = ChildBefore().IsMatch(line[..match.Index]);
        if (!GivenNames.Contains(first) && !isAfterChild) return false;
        // Officers, teams and districts are named in papers.
        return !material.Names.Any(n => n.Contains(match.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"https?://\S+|\S+@\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w,.£])(?:\d{6,}|\d{3}[ -]\d{3}[ -]\d{4}|[A-Z]{1,4}[-_/]?\d{4,}[A-Z]?)(?![\w,.]\d)\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"\b(?:born|birth|d\.?o\.?b\.?)\b[^.]{0,25}?\d{1,2}[ /.-](?:\d{1,2}|[A-Z][a-z]+)[ /.-]\d{2,4}|\b(?:born|birth|d\.?o\.?b\.?)\b[^.]{0,15}?(?:19|20)\d\d", RegexOptions.IgnoreCase)]
    private static partial Regex Birth();

    [GeneratedRegex(@"\b[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]+)?\b")]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"\b(?:child|boy|girl|baby|sibling|brother|sister|mother|father|teenager|young person|pupil)s?,? (?:called |named |known as )?$", RegexOptions.IgnoreCase)]
    private static partial Regex ChildBefore();

    [GeneratedRegex(@"(?<![\w.,£/-])(?:[1-5]|one|two|three|four|five) (?:(?!to |per |of the |in |at |from |and |day|week|month|year|hour|working )[a-z’'-]+ ){0,3}?(?:child(?:ren)?|cases?|boys?|girls?|bab(?:y|ies)|siblings?|young people|young person|care leavers?|teenagers?|famil(?:y|ies))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Few();
}
