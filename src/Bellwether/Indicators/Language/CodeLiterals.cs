using Bellwether.Codes;

namespace Bellwether.Indicators.Language;

// Until the code lists are merged: every code is taken as it stands.
internal static class CodeLiterals
{
    public static int Index(CodeList list, string code) => list.Name.Length == 0 ? 0 : list.Index(code);

    public static IEnumerable<string> Codes(CodeList list) => [list.Name];
}
