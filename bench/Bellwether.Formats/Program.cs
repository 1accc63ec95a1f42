using System.Globalization;
using Bellwether.Formats;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["write", var kind, var size, var folder]: return FormatFiles.Write(kind, int.Parse(size, CultureInfo.InvariantCulture), folder);
    case ["read", var step, .. var paths]: return OwnReading.Run(step, paths);
    default:
        Console.Error.WriteLine("write KIND SIZE FOLDER | read STEP FILE…");
        return 2;
}
