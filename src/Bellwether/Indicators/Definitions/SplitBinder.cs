using System.Globalization;
using Bellwether.Indicators.Language;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Indicators.Definitions;

/// <summary>Binds <c>split</c> and <c>bands</c>.</summary>
internal static class SplitBinder
{
    public static BoundSplit? Bind(IndicatorParts parts, Scope scope, BindRoom room)
    {
        switch (parts.Node("split"))
        {
            case null:
                if (parts.Has("bands")) room.Lint.Error(parts.At("bands"), "Bands cut a number. Write `split` with the number they cut.");
                return null;
            case YamlMappingNode members:
                var bound = new List<SplitMember>();
                foreach (var (name, node) in members.Children)
                {
                    if (node is not YamlScalarNode scalar) room.Lint.Error(parts.File.At(node), "Each member of a split has one condition.");
                    else if (Binder.Condition(room, scope, parts.File.Source(scalar)) is { } when) bound.Add(new SplitMember(YamlShelf.KeyName(name), when));
                }
                return new BoundSplit(null, [], bound);
            case YamlScalarNode:
                return ByValue(parts, scope, room);
            default:
                room.Lint.Error(parts.At("split"), "`split` is a field, a number with `bands`, or names with conditions.");
                return null;
        }
    }

    private static BoundSplit? ByValue(IndicatorParts parts, Scope scope, BindRoom room)
    {
        if (Binder.Any(room, scope, parts.Source("split")!) is not { } typed) return null;
        switch (typed.Sort)
        {
            case Sort.Code or Sort.Set or Sort.Link when typed.Node is not null:
                return new BoundSplit(typed.Node, [], []);
            case Sort.Number:
                var bands = Bands(parts, room);
                if (bands.Count == 0) room.Lint.Error(parts.At("split"), "A split by a number needs `bands`: [0-10, 11-15, 16+].");
                return new BoundSplit(typed.Value, bands, []);
            default:
                room.Lint.Error(parts.At("split"), $"`{typed.From.Print()}` is {typed.Words}. Split by a code, by a number with bands, or by names with conditions.");
                return null;
        }
    }

    private static List<Band> Bands(IndicatorParts parts, BindRoom room)
    {
        var bands = new List<Band>();
        foreach (var scalar in parts.List("bands"))
        {
            if (Read(scalar.Value!) is not { } band)
            {
                room.Lint.Error(parts.File.At(scalar), $"\"{scalar.Value}\" is no band. Write 0, 1-10, 11-15, 16+.");
                continue;
            }
            if (bands is [.., var before] && band.From != before.To + 1)
            {
                var gap = before.To is { } to ? to + 1 : before.From;
                room.Lint.Error(parts.File.At(scalar), before.To is null || band.From <= before.To
                    ? $"{band.From} falls in two bands. Bands must touch; the last ends in +."
                    : $"{gap} falls in no band. Bands must touch; the last ends in +.");
            }
            bands.Add(band);
        }
        if (bands is [.., { To: { } end }]) room.Lint.Error(parts.At("bands"), $"{end + 1} falls in no band. Bands must touch; the last ends in +.");
        return bands;
    }

    private static Band? Read(string written)
    {
        var parts = written.TrimEnd('+').Split('-');
        if (!Whole(parts[0], out var from)) return null;
        if (written.EndsWith('+')) return parts.Length == 1 ? new Band(written, from, null) : null;
        if (parts.Length == 1) return new Band(written, from, from);
        return parts.Length == 2 && Whole(parts[1], out var to) && to >= from ? new Band(written, from, to) : null;
    }

    private static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
