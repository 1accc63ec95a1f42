using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bellwether.Tests.Storage.Crash;

/// <summary>What SQLite is about to do to a file.</summary>
internal enum Doing
{
    Write,
    Truncate,
    Sync,
    Delete,
}

/// <summary>Told of each step before it is done: the file, where (of a file taken away: 1 where its folder is flushed too), and the bytes. Answers 0 to have it done, or the SQLite error to give instead.</summary>
internal delegate int Watcher(Doing what, string file, long at, ReadOnlySpan<byte> bytes);

/// <summary>
/// Stands between SQLite and its files, for the stores of one folder: the way to die at a given write, to fail it, or to write down what
/// was written and what was flushed. Every other file of the process passes untouched.
/// </summary>
internal static unsafe class SqliteWrites
{
    private static readonly ConcurrentDictionary<string, Watcher> Watchers = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<nint, (string Name, Watcher Watcher)> Open = new();
    private static readonly ConcurrentDictionary<nint, nint> OwnMethods = new();
    private static readonly ConcurrentDictionary<nint, nint> Originals = new();

    private static delegate* unmanaged[Cdecl]<FileSystem*, byte*, OpenFile*, int, int*, int> _open;
    private static delegate* unmanaged[Cdecl]<FileSystem*, byte*, int, int> _delete;

    static SqliteWrites()
    {
        SQLitePCL.Batteries_V2.Init();
        var system = Find(null);
        _open = system->Open;
        _delete = system->Delete;
        system->Delete = &OnDelete;
        system->Open = &OnOpen;
    }

    /// <summary>Watches the stores of a folder that are opened from now on, until disposed.</summary>
    public static IDisposable Watch(string folder, Watcher watcher)
    {
        Watchers[folder] = watcher;
        return new Watching(folder);
    }

    private static Watcher? WatcherOf(string file) => Path.GetDirectoryName(file) is { } folder ? Watchers.GetValueOrDefault(folder) : null;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnOpen(FileSystem* system, byte* name, OpenFile* file, int flags, int* outFlags)
    {
        var code = _open(system, name, file, flags, outFlags);
        if (code != 0 || name == null || Marshal.PtrToStringUTF8((nint)name) is not { } path || WatcherOf(path) is not { } watcher) return code;
        var originals = (nint)file->Methods;
        file->Methods = (Methods*)OwnMethods.GetOrAdd(originals, static from =>
        {
            var own = (Methods*)NativeMemory.Alloc((nuint)sizeof(Methods));
            *own = *(Methods*)from;
            own->Write = &OnWrite;
            own->Truncate = &OnTruncate;
            own->Sync = &OnSync;
            Originals[(nint)own] = from;
            return (nint)own;
        });
        Open[(nint)file] = (path, watcher);
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnDelete(FileSystem* system, byte* name, int sync)
    {
        var path = Marshal.PtrToStringUTF8((nint)name)!;
        var code = WatcherOf(path)?.Invoke(Doing.Delete, path, sync, []) ?? 0;
        return code != 0 ? code : _delete(system, name, sync);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnWrite(OpenFile* file, byte* bytes, int count, long at)
    {
        var code = Tell(file, Doing.Write, at, new ReadOnlySpan<byte>(bytes, count));
        return code != 0 ? code : Original(file)->Write(file, bytes, count, at);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnTruncate(OpenFile* file, long size)
    {
        var code = Tell(file, Doing.Truncate, size, []);
        return code != 0 ? code : Original(file)->Truncate(file, size);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSync(OpenFile* file, int flags)
    {
        var code = Tell(file, Doing.Sync, 0, []);
        return code != 0 ? code : Original(file)->Sync(file, flags);
    }

    private static int Tell(OpenFile* file, Doing what, long at, ReadOnlySpan<byte> bytes) =>
        Open.TryGetValue((nint)file, out var one) ? one.Watcher(what, one.Name, at, bytes) : 0;

    private static Methods* Original(OpenFile* file) => (Methods*)Originals[(nint)file->Methods];

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
    private static extern FileSystem* Find(byte* name);

    private sealed class Watching(string folder) : IDisposable
    {
        public void Dispose() => Watchers.TryRemove(folder, out _);
    }

    /// <summary>sqlite3_vfs, as far as it is used here.</summary>
    private struct FileSystem
    {
#pragma warning disable CS0649, CS0169, IDE0044, IDE0051 // The native library fills it.
        private int _version, _fileBytes, _longestPath;
        private nint _next, _name, _data;
        public delegate* unmanaged[Cdecl]<FileSystem*, byte*, OpenFile*, int, int*, int> Open;
        public delegate* unmanaged[Cdecl]<FileSystem*, byte*, int, int> Delete;
    }

    /// <summary>sqlite3_file.</summary>
    private struct OpenFile
    {
        public Methods* Methods;
    }

    /// <summary>sqlite3_io_methods, version 3.</summary>
    private struct Methods
    {
        private long _version;
        private nint _close, _read;
        public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Write;
        public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
        private fixed long _others[13];
#pragma warning restore CS0649, CS0169, IDE0044, IDE0051
    }
}
