using Bellwether.Codes;
using YamlDotNet.RepresentationModel;

namespace Bellwether.Storage;

/// <summary>
/// Where authority.yaml says the store lies: nothing or <c>store: sqlite</c> for store.db in the home; <c>store: postgresql</c> with
/// <c>store_connection_variable: NAME</c> (an environment variable) or <c>store_connection_file: PATH</c> (its first line), for a
/// connection string holds a password and a home is copied about.
/// </summary>
internal static class StoreSettings
{
    private const string SqliteFile = "store.db";

    /// <exception cref="ShelfException">A setting is not as it should be; file and line are named.</exception>
    public static StorePlace Of(string home)
    {
        var file = Path.Combine(home, "authority.yaml");
        var said = SettingsYaml.Top(file);
        switch (Text(file, said, "store"))
        {
            case "" or "sqlite":
                return StorePlace.File(Path.Combine(home, SqliteFile));
            case "postgresql":
                return StorePlace.Server(Connection(home, file, said));
            case var other:
                throw new ShelfException(file, Line(said, "store"), $"store is \"{other}\". Write sqlite or postgresql.");
        }
    }

    private static string Connection(string home, string file, YamlMappingNode said)
    {
        if (said.Children.Keys.FirstOrDefault(k => k is YamlScalarNode { Value: "store_connection" or "store_password" }) is { } open)
            throw new ShelfException(file, open.Start.Line, "a connection may hold a password and is never written here. Name a variable with store_connection_variable, or a file outside the home with store_connection_file.");
        var (variable, path) = (Text(file, said, "store_connection_variable"), Text(file, said, "store_connection_file"));
        if (variable.Length > 0)
            return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set ? set
                : throw new ShelfException(file, Line(said, "store_connection_variable"), $"the environment variable {variable} is not set. Set it to a connection such as Host=…;Database=…;Username=….");
        if (path.Length == 0)
            throw new ShelfException(file, Line(said, "store"), "store: postgresql needs store_connection_variable or store_connection_file.");
        var at = Path.GetFullPath(path, home);
        return File.Exists(at) && File.ReadLines(at).FirstOrDefault() is { Length: > 0 } first ? first
            : throw new ShelfException(file, Line(said, "store_connection_file"), $"there is no connection in {at}: its first line should be one, such as Host=…;Database=…;Username=….");
    }

    private static string Text(string file, YamlMappingNode said, string key) => SettingsYaml.Text(file, said, key) ?? "";

    private static long Line(YamlMappingNode said, string key) => said.Children.TryGetValue(key, out var node) ? node.Start.Line : 1;
}
