namespace Bellwether.Example;

/// <summary>
/// The invented council's history. <see cref="Simulate"/> gives the same world for the same four arguments on every machine: what truly happened and
/// on which day each thing was entered. The writers (<see cref="SsdFolder"/>, <see cref="AnnexAWorkbook"/>, <see cref="LocalCsvs"/>) then write it as
/// it would have been extracted on any day of it.
/// </summary>
public static class ExampleAuthority
{
    public const ulong DefaultSeed = 20260930;
    public static readonly DateOnly DefaultFrom = new(2018, 10, 1);
    public static readonly DateOnly DefaultTo = new(2026, 9, 30);

    // Years told before the first, so that long cases are there on it.
    private const int WarmUpYears = 13;

    /// <summary>The default council: eight years to September 2026, about 2,400 open cases at the end.</summary>
    public static World Simulate() => Simulate(DefaultSeed, DefaultFrom, DefaultTo, 1.0);

    /// <param name="seed">Any number; one world each.</param>
    /// <param name="from">First day told in full. Cases closed before it are not in the world.</param>
    /// <param name="to">Last day told.</param>
    /// <param name="size">1 for 66,300 children; 0.05 for a world small enough for tests. Rates stay, numbers shrink.</param>
    public static World Simulate(ulong seed, DateOnly from, DateOnly to, double size)
    {
        var scene = new Scene(new World { From = from, To = to, Size = size });
        var arrivals = new Arrivals(scene, seed, size);
        arrivals.Run(from.AddYears(-WarmUpYears));
        new Allocation(scene, seed).Run(from.AddYears(-2));
        Oddities.Plant(scene, seed);
        Adopting.Run(scene, seed);
        Trimming.Apply(scene.World);
        return scene.World;
    }
}
