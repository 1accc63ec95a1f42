using Bellwether.Codes;
using Bellwether.Indicators.Definitions;

namespace Bellwether.Tests.Indicators.Language;

/// <summary>The shelf as shipped, read once.</summary>
internal static class ShippedCatalogue
{
    public static RecordKinds Kinds { get; } = RecordKinds.Load(Shelf.Path());

    public static CodeLists Codes { get; } = CodeLists.Load(Path.Combine(Shelf.Path(), "codes"));

    public static Catalogue Catalogue { get; } = Catalogue.Load(Shelf.Path(), null, Kinds, Codes);
}
