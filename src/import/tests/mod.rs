mod position;
mod random;
mod round_trip;
