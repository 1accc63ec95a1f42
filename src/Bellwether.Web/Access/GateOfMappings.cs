using Bellwether.Extracts;

namespace Bellwether.Web.Access;

/// <summary>What the gate lets through of a council's own headings and words: for who may load.</summary>
public sealed partial class Gate
{
    /// <summary>The headings and words in force, and everything that was ever said of them.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public (IReadOnlyList<Mapping> InForce, IReadOnlyList<Mapping> Said) Mappings()
    {
        Demand(Level.Loading);
        return Take(() => (_shelves.Home.Mappings.InForce, _shelves.Home.Mappings.Said));
    }

    /// <summary>What may be said of them.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public MappingRules MappingRules()
    {
        Demand(Level.Loading);
        return Take(() => _shelves.Home.Mappings.Rules);
    }

    /// <summary>Says what a heading or word means, or takes it back; what is wrong, empty where it is kept.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public string SetMapping(Mapping line)
    {
        Demand(Level.Loading);
        Audit.Write(line);
        return Take(() => _shelves.Home.Mappings.Set(line));
    }

    /// <summary>A change in a sentence, with the loaded files that it would read otherwise.</summary>
    /// <exception cref="NotPermittedException">The reader may not load.</exception>
    public string WordsOf(Mapping line)
    {
        Demand(Level.Loading);
        return Take(() => _shelves.Home.Mappings.Words(line));
    }
}
