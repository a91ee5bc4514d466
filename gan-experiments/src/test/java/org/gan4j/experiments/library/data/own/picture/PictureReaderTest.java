package org.gan4j.experiments.library.data.own.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.gan4j.experiments.library.data.own.picture.PictureReader.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureReaderTest {
    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int GREY_ALPHA = 4;
    private static final int COLOUR_ALPHA = 6;

    /** A PNG of one pixel, written from the format's description: signature, IHDR, IDAT, IEND. */
    private static byte[] png(int width, int height, int depth, int kind, int... samples) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        chunk(out, "IHDR", head.put((byte) depth).put((byte) kind).array());
        ByteBuffer row = ByteBuffer.allocate(1 + samples.length * depth / 8).put((byte) 0);
        for (int sample : samples) {
            if (depth == 16) {
                row.putShort((short) sample);
            } else {
                row.put((byte) sample);
            }
        }
        Deflater deflater = new Deflater();
        deflater.setInput(row.array());
        deflater.finish();
        byte[] packed = new byte[100];
        int length = deflater.deflate(packed);
        chunk(out, "IDAT", Arrays.copyOf(packed, length));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] named = (type + new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeInt(content.length);
        out.write(named);
        out.writeInt((int) sum.getValue());
    }

    private static int pixel(byte[] file) throws Refused {
        return PictureReader.read(file).getRGB(0, 0) & 0xffffff;
    }

    @Test
    void grey_stays_as_it_is_stored() throws Exception {
        // Java's own conversion of grey 128 gives 188, since it takes grey for linear light.
        assertThat(pixel(png(1, 1, 8, GREY, 128))).isEqualTo(0x808080);
    }

    @Test
    void sixteen_bits_are_scaled_to_eight() throws Exception {
        // 0x8080 = 128 · 257 of 65,535 is 128 of 255; 100 of 65,535 is 0.39 of 255, so 0.
        assertThat(pixel(png(1, 1, 16, GREY, 0x8080))).isEqualTo(0x808080);
        assertThat(pixel(png(1, 1, 16, COLOUR, 0xffff, 100, 0x0101))).isEqualTo(0xff0001);
    }

    @Test
    void what_is_transparent_lies_on_white() throws Exception {
        // Of opacity 51/255 = 0.2: black gives 0.8 · 255 = 204; red gives 255, 204, 204.
        assertThat(pixel(png(1, 1, 8, GREY_ALPHA, 0, 51))).isEqualTo(0xcccccc);
        assertThat(pixel(png(1, 1, 8, COLOUR_ALPHA, 255, 0, 0, 51))).isEqualTo(0xffcccc);
        assertThat(pixel(png(1, 1, 8, COLOUR_ALPHA, 7, 7, 7, 0))).isEqualTo(0xffffff);
    }

    @Test
    void a_palette_gives_its_colours() throws Exception {
        BufferedImage picture = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        picture.setRGB(0, 0, 0xff0000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        assertThat(pixel(out.toByteArray())).isEqualTo(0xff0000);
    }

    @Test
    void a_small_file_that_claims_many_pixels_is_refused() throws IOException {
        byte[] bomb = png(60_000, 60_000, 8, GREY, 0);
        assertThat(bomb.length).isLessThan(100);
        assertThatThrownBy(() -> PictureReader.read(bomb))
                .isInstanceOf(Refused.class)
                .hasMessage("claims 60000 × 60000 pixels; at most 100 million are read");
    }

    /** Four channels, which the segment that Adobe's programs add behind the file's first two bytes calls CMYK (transform 0). */
    @Test
    void a_jpeg_in_cmyk_is_refused() throws IOException {
        WritableRaster ink = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(ink, null, null), null);
        } finally {
            writer.dispose();
        }

        byte[] plain = file.toByteArray();
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] cmyk = ByteBuffer.allocate(plain.length + adobe.length)
                .put(plain, 0, 2)
                .put(adobe)
                .put(plain, 2, plain.length - 2)
                .array();
        assertThatThrownBy(() -> PictureReader.read(cmyk))
                .isInstanceOf(Refused.class)
                .hasMessage("is in CMYK; save it in RGB");
    }

    @Test
    void another_format_is_named() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "gif", out);
        assertThatThrownBy(() -> PictureReader.read(out.toByteArray()))
                .isInstanceOf(Refused.class)
                .hasMessage("is a GIF file, expected PNG or JPEG");
    }

    /** The picture is 2 × 1, its left half black, its right half white. */
    @ParameterizedTest
    @CsvSource({"1, 2, 1, false", "3, 2, 1, true", "6, 1, 2, false", "8, 1, 2, true"})
    void a_turned_picture_is_turned_back(int orientation, int width, int height, boolean whiteFirst) throws Exception {
        // 16 pixels a half, since JPEG blurs within blocks of 8.
        BufferedImage picture = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        for (int x = 16; x < 32; x++) {
            for (int y = 0; y < 16; y++) {
                picture.setRGB(x, y, 0xffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        BufferedImage read = PictureReader.read(withOrientation(out.toByteArray(), orientation));
        assertThat(read.getWidth()).isEqualTo(16 * width);
        assertThat(read.getHeight()).isEqualTo(16 * height);
        // 3 turns by half, 6 puts the left side on top, 8 puts the right side on top.
        assertThat((read.getRGB(2, 2) & 0xff) > 127).isEqualTo(whiteFirst);
    }

    /** Puts an APP1 segment with one EXIF tag after the first segment of a JPEG file, which has 18 bytes after the start. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + 36);
        return all.put(jpeg, 0, 20)
                .put(exif.array())
                .put(jpeg, 20, jpeg.length - 20)
                .array();
    }

    @Test
    void damaged_files_are_refused_in_words() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        ByteArrayOutputStream lossy = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "jpg", lossy);
        Random random = new Random(1);
        for (int trial = 0; trial < 400; trial++) {
            byte[] file = (trial % 2 == 0 ? out : lossy).toByteArray();
            for (int i = 0; i < 1 + trial % 5; i++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(PictureReader.read(file).getRaster().getTransferType())
                        .isEqualTo(DataBuffer.TYPE_INT);
            } catch (Refused e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
