using System.Security.Cryptography;
using Bellwether.Example;
using Xunit;

namespace Bellwether.Tests.Example;

public sealed class SameSeedSameBytes
{
    private static string HashOf(ulong seed)
    {
        var world = ExampleAuthority.Simulate(seed, new DateOnly(2021, 4, 1), new DateOnly(2023, 3, 31), 0.03);
        var folder = Worlds.Folder();
        SsdFolder.Write(world, new DateOnly(2023, 1, 31), folder);
        LocalCsvs.Write(world, new DateOnly(2023, 1, 31), folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        Directory.Delete(folder, true);
        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes_twice() => Assert.Equal(HashOf(11), HashOf(11));

    [Fact]
    public void Another_seed_writes_another_council() => Assert.NotEqual(HashOf(11), HashOf(12));

    // Pinned, so that another machine or runtime that gave other numbers would be seen. A change to the generator on purpose changes it: say so in the changelog.
    [Fact]
    public void A_small_world_has_the_hash_it_had_when_it_was_made() => Assert.Equal("2A12D6A3ACDD576A", HashOf(11));
}
