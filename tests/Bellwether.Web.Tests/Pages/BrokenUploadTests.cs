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
        using var dropping = new Trickle(80, 65_536, TimeSpan.Zero, dropsAt: 50);
        await Assert.ThrowsAsync<HttpRequestException>(() => ScratchSite.SendAsync(client, dropping));
        await LeavesNothingAsync();
    }

    [Fact]
    public async Task A_client_that_sends_a_byte_a_second_is_cut_off_long_before_it_is_done()
    {
        using var client = await _site.ClientAsync(Role.Analyst);
        using var slow = new Trickle(60, 1, TimeSpan.FromSeconds(1), dropsAt: -1);
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

    /// <summary>A file that goes out in pieces, each at once, and may stop with an error.</summary>
    private sealed class Trickle(int pieces, int piece, TimeSpan wait, int dropsAt) : HttpContent
    {
        public int Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream to, TransportContext? context)
        {
            for (; Sent < pieces; Sent++)
            {
                if (Sent == dropsAt) throw new IOException("The line is gone.");
                await Task.Delay(wait);
                await to.WriteAsync(Enumerable.Repeat((byte)'7', piece).ToArray());
                await to.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
