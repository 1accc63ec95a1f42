#pragma warning disable CA1822
namespace Bellwether.Codes;

// Stands in until the calendar branch brings the real one (same names and signatures).
public sealed class CodeList
{
    public string Name => "";
    public int Index(string code) => -1;
}
public sealed class CodeLists
{
    public static CodeLists Load(params string[] folders) => new();
    public CodeList this[string name] => new();
}
