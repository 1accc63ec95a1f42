using Bellwether.Storage;

namespace Bellwether.Tests.Scorecards.Commitments;

/// <summary>A home in a temporary folder that holds what a test writes into it.</summary>
public sealed class WrittenHome : IDisposable
{
    private Home? _home;

    public WrittenHome(string authority = "name: Somewhere\nla_code: \"997\"\ncase_worker_roles: [CW]\n") => Write("authority.yaml", authority);

    public string Folder { get; } = Directory.CreateTempSubdirectory("bellwether-commitments-").FullName;

    public Home Home => _home ??= Home.Open(Folder, TimeProvider.System);

    public Knowledge Known => Home.AsKnown();

    public WrittenHome Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Loads a values file: the lines under its headings.</summary>
    public WrittenHome Values(string lines)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, $"figures{Directory.GetDirectories(Folder).Length}")).FullName, "values.csv");
        File.WriteAllText(file, "indicator,period,area,numerator,denominator,value,note\n" + lines);
        Home.Load(Home.Read([file], null), [file]);
        return this;
    }

    public void Dispose()
    {
        _home?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
