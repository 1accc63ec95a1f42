namespace Bellwether.Storage;

/// <summary>
/// Files and folders that nobody but their owner can read, from the moment they are made. On Windows they have the rights of the folder they
/// lie in.
/// </summary>
public static class OwnerOnly
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;

    /// <summary>How to open a file; the mode it has stays where it is there already.</summary>
    public static FileStreamOptions Opening(FileMode mode, FileAccess access = FileAccess.Write, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OfFile;
        return options;
    }

    /// <summary>Makes a folder, and those it lies in; the mode it has stays where it is there already.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OfFolder);
    }

    /// <summary>Takes a file or folder that is there from everybody else.</summary>
    public static void Take(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Directory.Exists(path) ? OfFolder : OfFile);
    }
}
