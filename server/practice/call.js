/**
 * A real WebRTC call between two ends inside this page: no server, no network beyond this computer.
 * @param {{ yours: MediaStream, theirs: MediaStream, onPicture: (stream: MediaStream) => void, onState: (state: RTCPeerConnectionState) => void }} call
 * @returns {Promise<{ leave: () => void }>}
 */
export async function connectCall({ yours, theirs, onPicture, onState }) {
  const you = new RTCPeerConnection();
  const them = new RTCPeerConnection();
  you.onicecandidate = ({ candidate }) => them.addIceCandidate(candidate);
  them.onicecandidate = ({ candidate }) => you.addIceCandidate(candidate);
  you.onconnectionstatechange = () => onState(you.connectionState);
  you.ontrack = ({ streams: [stream] }) => onPicture(stream);
  for (const track of yours.getTracks()) you.addTrack(track, yours);
  for (const track of theirs.getTracks()) them.addTrack(track, theirs);
  await you.setLocalDescription(await you.createOffer());
  await them.setRemoteDescription(you.localDescription);
  await them.setLocalDescription(await them.createAnswer());
  await you.setRemoteDescription(them.localDescription);
  return {
    leave() {
      you.close();
      them.close();
    },
  };
}
