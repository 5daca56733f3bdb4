//! Files packed with Zstandard.

use std::io::{self, BufRead, BufReader, Read};

use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

/// A file of one frame or of several after one another, as `cat` and parallel packers make them.
pub(crate) struct Frames<R> {
    file: BufReader<R>,
    decoder: FrameDecoder,
    /// Whether a frame is open.
    open: bool,
}

impl<R: Read> Frames<R> {
    pub(crate) fn new(file: BufReader<R>) -> Self {
        Self { file, decoder: FrameDecoder::new(), open: false }
    }

    /// Opens the next frame with content; false at the end.
    fn next(&mut self) -> io::Result<bool> {
        while !self.file.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.file) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.file.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }
}

impl<R: Read> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.open {
                while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                    let block = BlockDecodingStrategy::UptoBlocks(1);
                    self.decoder.decode_blocks(&mut self.file, block).map_err(io::Error::other)?;
                }
                let read = self.decoder.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
            }
            self.open = self.next()?;
            if !self.open {
                return Ok(0);
            }
        }
    }
}
