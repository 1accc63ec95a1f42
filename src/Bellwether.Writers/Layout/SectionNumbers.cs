using System.Globalization;
using Bellwether.Publications.Documents;

namespace Bellwether.Writers.Layout;

/// <summary>A number in the document's own numbering: "3.2" stands at depth 1 (0 is the outermost).</summary>
internal sealed record OutlineNumber(int Depth, string Text);

/// <summary>
/// Numbers sections and paragraphs as they come, the way Word's own list does: a paragraph takes the next number one level below the
/// numbered section it stands in, and shares that level with numbered sections there, so no two carry the same number.
/// </summary>
internal sealed class SectionNumbers
{
    /// <summary>Levels that the numbering has; anything deeper stands on the last.</summary>
    public const int Depths = 4;

    private readonly Stack<int> _open = new();
    private readonly int[] _counts = new int[Depths];

    /// <summary>Enters a section; null where it carries no number.</summary>
    public OutlineNumber? Enter(Section section)
    {
        while (_open.Count > 0 && _open.Peek() >= section.Level) _open.Pop();
        if (!section.IsNumbered) return null;
        var number = Next();
        _open.Push(section.Level);
        return number;
    }

    /// <summary>The next number in the section entered last; for its numbered paragraphs.</summary>
    public OutlineNumber Next()
    {
        var depth = Math.Min(_open.Count, Depths - 1);
        _counts[depth]++;
        for (var i = depth + 1; i < Depths; i++) _counts[i] = 0;
        return new OutlineNumber(depth, string.Join('.', _counts.Take(depth + 1).Select(c => c.ToString(CultureInfo.InvariantCulture))));
    }
}
