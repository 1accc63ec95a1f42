using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Bellwether.Storage;

/// <summary>
/// The names in a folder. Flushing a file puts its bytes on the disk, not its name: on Linux and macOS a file that was made or moved can be
/// gone after a power cut until the folder is flushed too. macOS flushes as far as the drive's own cache. Windows has no such call: NTFS
/// keeps names in its journal, so that after a power cut a folder is as it was before or after, but not surely after.
/// </summary>
internal static class FolderEntries
{
    /// <summary>Returns once every name made, moved or taken away in the folder is on disk.</summary>
    /// <exception cref="IOException">The folder is not there, or its disk can't be written.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0) throw Failure(folder, Marshal.GetLastPInvokeError());
        var failure = Sync(handle) == 0 ? 0 : Marshal.GetLastPInvokeError();
        _ = Close(handle);
        // A file system that can't flush a folder says that it is no such file; there is nothing more to be done for it.
        if (failure is not (0 or NotSuchAFile)) throw Failure(folder, failure);
    }

    private const int NotSuchAFile = 22;

    private static IOException Failure(string folder, int error) =>
        new($"The folder {folder} could not be flushed to the disk: {new Win32Exception(error).Message}.");

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
