using Bellwether.Indicators.Language;

namespace Bellwether.Indicators.Definitions;

public static class ExampleText
{
    internal static void Check(Definition definition, YamlShelf file, BindRoom room) { }
}
