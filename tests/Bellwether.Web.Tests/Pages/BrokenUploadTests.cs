using System.Net;
using Bellwether.Web.Access;
using Xunit;

namespace Bellwether.Web.Tests.Pages;

/// <summary>Z20 of the corpus: a client that drops in the middle of an upload, and one that sends a byte a second.</summary>
public sealed class BrokenUploadTests : IAsyncLifetime
{
    private ScratchSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ScratchSite.StartAsync();

    [Fact]
    public async Task A_client_that_drops_leaves_no_upload_and_no_load()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        using var dropping = new Trickle(5_000_000, TimeSpan.Zero, dropsAt: 3_000_000);
        await Assert.ThrowsAsync<HttpRequestException>(() => ScratchSite.SendAsync(client, dropping));
        await LeavesNothingAsync();
    }

    [Fact]
    public async Task A_client_that_sends_a_byte_a_second_is_cut_off_long_before_it_is_done()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        using var slow = new Trickle(60, TimeSpan.FromSeconds(1), dropsAt: int.MaxValue);
        try
        {
            using var answer = await ScratchSite.SendAsync(client, slow);
            Assert.Equal(HttpStatusCode.RequestTimeout, answer.StatusCode);
        }
        catch (HttpRequestException) { /* The connection was closed before the answer could be read. */ }
        Assert.InRange(slow.Sent, 1, 40);
        await LeavesNothingAsync();
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    private async Task LeavesNothingAsync()
    {
        var uploads = Path.Combine(_site.Folder, "uploads");
        for (var look = 0; look < 50 && Directory.Exists(uploads) && Directory.GetDirectories(uploads).Length > 0; look++) await Task.Delay(100);
        Assert.Empty(Directory.Exists(uploads) ? Directory.GetDirectories(uploads) : []);
        Assert.Empty(_site.Home.Store.Loads());
        using var after = await _site.ClientAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync(new Uri("/loads/upload", UriKind.Relative))).StatusCode);
    }

    /// <summary>A file of rows that comes slowly, or stops with an error.</summary>
    private sealed class Trickle(int length, TimeSpan wait, int dropsAt) : Stream
    {
        public int Sent { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Sent; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
        {
            if (Sent >= dropsAt) throw new IOException("The line is gone.");
            if (Sent >= length) return 0;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancel);
            var now = wait > TimeSpan.Zero ? 1 : Math.Min(buffer.Length, length - Sent);
            buffer.Span[..now].Fill((byte)'7');
            Sent += now;
            return now;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
